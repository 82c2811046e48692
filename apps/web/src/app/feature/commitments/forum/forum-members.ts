import type { ReferenceResponse } from '@enlace/contract';

type Member = ReferenceResponse['forums'][number]['members'][number];

/** A State's place in a forum, as its page lists it. */
export interface Membership {
  readonly state: string;
  readonly role: Member['role'];
  readonly from: string | null;
  /** Set where it ended or is suspended. */
  readonly until: string | null;
  readonly suspendedFrom: string | null;
}

const holds = ({ from, to }: Member, day: string): boolean =>
  (from === null || from <= day) && (to === null || to > day);

/** States in force on a day, by role and then by date of joining; earlier members are left to history. */
export const membersOn = (members: readonly Member[], day: string): readonly Membership[] =>
  members
    .filter((member) => member.state !== null && holds(member, day))
    .map(({ state, role, from, to, suspendedFrom }) => ({
      ...{ state: state ?? '', role, from, until: to },
      suspendedFrom: suspendedFrom !== null && suspendedFrom <= day ? suspendedFrom : null,
    }))
    .sort(
      (one, other) =>
        one.role.localeCompare(other.role) ||
        (one.from ?? '').localeCompare(other.from ?? '') ||
        one.state.localeCompare(other.state),
    );

/** Whether the organization is the forum's secretariat today. */
export const isSecretariatOf = (
  forum: { readonly members: readonly Member[] } | undefined,
  organization: string,
  day: string,
): boolean =>
  forum?.members.some(
    (member) =>
      member.organization === organization &&
      member.role === 'secretariat' &&
      (member.to === null || member.to > day),
  ) === true;
