import type { ShareRequest } from '@enlace/contract';
import type { AudienceKind, Classification, Detail, ForumRole, OnwardRule } from '@enlace/domain';
import { AUDIENCE_KINDS } from '@enlace/domain';

/** What the form of a new share holds; texts are '' where nothing is entered. */
export interface ShareForm {
  readonly kind: AudienceKind;
  readonly states: readonly string[];
  readonly organizations: readonly string[];
  readonly group: string;
  readonly forum: string;
  readonly roles: readonly ForumRole[];
  readonly detail: Detail;
  readonly purpose: string;
  readonly onward: OnwardRule;
  /** Day and hour on this device's clock; '' opens now. */
  readonly opensOn: string;
  readonly opensHour: number;
  readonly endsOn: string;
  readonly withheldFrom: readonly string[];
}

/** What the form still lacks. */
export type ShareFault =
  | 'states'
  | 'organizations'
  | 'group'
  | 'forum'
  | 'roles'
  | 'purpose'
  | 'opens-in-the-past'
  | 'ends-before-it-opens';

/** An empty form. */
export const EMPTY_SHARE: ShareForm = {
  kind: 'states',
  states: [],
  organizations: [],
  group: '',
  forum: '',
  roles: ['member'],
  detail: 'protected',
  purpose: '',
  onward: 'none',
  opensOn: '',
  opensHour: 8,
  endsOn: '',
  withheldFrom: [],
};

const ALLOWED: Readonly<Record<Classification, number>> = {
  confidential: 2,
  restricted: 4,
  community: 5,
  public: 6,
};

/** Audience kinds that a classification allows; the kinds are listed from the narrowest. */
export const allowedKinds = (classification: Classification): readonly AudienceKind[] =>
  AUDIENCE_KINDS.slice(0, ALLOWED[classification]);

const HOUR_MS = 3_600_000;

/** The instant of the opening; whole hours of the world's clock, so a half-hour zone goes up. */
export const openingOf = ({ opensOn, opensHour }: ShareForm): Date | null => {
  if (opensOn === '') return null;
  const local = new Date(`${opensOn}T${String(opensHour).padStart(2, '0')}:00:00`);
  return new Date(Math.ceil(local.getTime() / HOUR_MS) * HOUR_MS);
};

const audienceOf = (form: ShareForm): ShareRequest['audience'] => {
  switch (form.kind) {
    case 'states':
      return { kind: 'states', states: [...form.states] };
    case 'organizations':
      return { kind: 'organizations', organizations: [...form.organizations] };
    case 'sharing-group':
      return { kind: 'sharing-group', group: form.group };
    case 'forum':
      return { kind: 'forum', forum: form.forum, roles: [...form.roles] };
    default:
      return { kind: form.kind };
  }
};

const audienceFaults = (form: ShareForm): readonly ShareFault[] => {
  if (form.kind === 'states' && form.states.length === 0) return ['states'];
  if (form.kind === 'organizations' && form.organizations.length === 0) return ['organizations'];
  if (form.kind === 'sharing-group' && form.group === '') return ['group'];
  if (form.kind !== 'forum') return [];
  return [
    ...(form.forum === '' ? ['forum' as const] : []),
    ...(form.roles.length === 0 ? ['roles' as const] : []),
  ];
};

/** What stands against making the share. */
export const faultsOf = (form: ShareForm, now: Date): readonly ShareFault[] => {
  const opening = openingOf(form);
  const first = form.opensOn === '' ? now.toISOString().slice(0, 10) : form.opensOn;
  return [
    ...audienceFaults(form),
    ...(form.purpose.trim().length < 3 ? ['purpose' as const] : []),
    ...(opening !== null && opening < now ? ['opens-in-the-past' as const] : []),
    ...(form.endsOn !== '' && form.endsOn < first ? ['ends-before-it-opens' as const] : []),
  ];
};

/** What is sent; States are withheld below public only. */
export const requestOf = (form: ShareForm): ShareRequest => ({
  audience: audienceOf(form),
  detail: form.kind === 'public' || form.kind === 'community' ? 'protected' : form.detail,
  purpose: form.purpose.trim(),
  onward: form.onward,
  opensAt: openingOf(form)?.toISOString() ?? null,
  endsOn: form.endsOn === '' ? null : form.endsOn,
  withheldFrom: form.kind === 'public' ? [] : [...form.withheldFrom],
});

/** What is asked before: the audience is complete, the purpose may still be missing. */
export const previewOf = (form: ShareForm): ShareRequest | null =>
  audienceFaults(form).length > 0
    ? null
    : { ...requestOf(form), purpose: 'preview', opensAt: null, endsOn: null };
