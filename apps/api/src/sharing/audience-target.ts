import type { ShareRequest } from '@enlace/contract';
import type { ActingActor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import type { OwnedReport } from './owned-report.js';

/** A share's audience in the database's terms. */
export interface AudienceTarget {
  readonly kind: string;
  readonly states: readonly number[];
  readonly organizations: readonly string[];
  readonly groupId: string | null;
  readonly groupEdition: number | null;
  readonly forumId: string | null;
  readonly forumRoles: readonly string[];
}

/** Audience kinds that each classification allows; naming a State names its own organizations. */
const ALLOWED: Readonly<Record<OwnedReport['classification'], readonly string[]>> = {
  confidential: ['states', 'organizations'],
  restricted: ['states', 'organizations', 'sharing-group', 'forum'],
  community: ['states', 'organizations', 'sharing-group', 'forum', 'community'],
  public: ['states', 'organizations', 'sharing-group', 'forum', 'community', 'public'],
};

/** Whether a record so classified may be shared with such an audience (access page, section 2). */
export const allows = (classification: OwnedReport['classification'], kind: string): boolean =>
  ALLOWED[classification].includes(kind);

const NOBODY = {
  states: [],
  organizations: [],
  groupId: null,
  groupEdition: null,
  forumId: null,
  forumRoles: [],
};

/** 422 at the place of whoever is named twice. */
function refuseTwice(named: readonly string[], pointer: string): void {
  const at = named.findIndex((one, index) => named.indexOf(one) !== index);
  if (at >= 0) throw invalid(`${pointer}/${at}`, 'already-exists');
}

/** Ids of States by their codes; 422 at the pointer for a code that is none, or there twice. */
export async function stateIds(
  tx: Transaction,
  codes: readonly string[],
  pointer: string,
): Promise<number[]> {
  refuseTwice(codes, pointer);
  const found = await tx.rows<{ code: string; id: number }>(
    'select code, id from state where code = any($1::text[])',
    [codes],
  );
  const ids = new Map(found.map(({ code, id }) => [code, id]));
  return codes.map((code, at) => {
    const id = ids.get(code);
    if (id === undefined) throw invalid(`${pointer}/${at}`, 'unknown-record');
    return id;
  });
}

async function knownOrganizations(tx: Transaction, ids: readonly string[]): Promise<void> {
  refuseTwice(ids, '/audience/organizations');
  const found = await tx.rows<{ id: string }>(
    `select id from organization where id = any($1::uuid[]) and kind <> 'portal'`,
    [ids],
  );
  const known = new Set(found.map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  if (at >= 0) throw invalid(`/audience/organizations/${at}`, 'unknown-record');
}

/**
 * Reads what was asked for; unknown States, organizations, groups and fora are 422 at their field, an
 * audience above the classification 422, a retracted report 409.
 */
export async function audienceTarget(
  tx: Transaction,
  actor: ActingActor,
  report: OwnedReport,
  { audience, withheldFrom }: ShareRequest,
): Promise<AudienceTarget> {
  if (report.retracted) throw new Problem('state-conflict');
  if (!allows(report.classification, audience.kind)) {
    throw new Problem('audience-above-classification');
  }
  if (audience.kind === 'public' && withheldFrom.length > 0) {
    throw invalid('/withheldFrom', 'not-accepted');
  }
  const target = { ...NOBODY, kind: audience.kind };
  switch (audience.kind) {
    case 'states':
      return { ...target, states: await stateIds(tx, audience.states, '/audience/states') };
    case 'organizations':
      await knownOrganizations(tx, audience.organizations);
      return { ...target, organizations: audience.organizations };
    case 'sharing-group': {
      const group = await tx.maybe<{ edition: number }>(
        'select edition from sharing_group where id = $1 and owner_id = $2',
        [audience.group, actor.organization.id],
      );
      if (!group) throw invalid('/audience/group', 'unknown-record');
      return { ...target, groupId: audience.group, groupEdition: group.edition };
    }
    case 'forum': {
      const forum = await tx.maybe('select id from forum where id = $1', [audience.forum]);
      if (!forum) throw invalid('/audience/forum', 'unknown-record');
      refuseTwice(audience.roles, '/audience/roles');
      return { ...target, forumId: audience.forum, forumRoles: audience.roles };
    }
    default:
      return target;
  }
}

/** The arguments of `share_readers` for a target in a detail. */
export const readerArguments = (target: AudienceTarget, detail: number): readonly unknown[] => [
  target.kind,
  target.states,
  target.organizations,
  target.groupId,
  target.groupEdition,
  target.forumId,
  target.forumRoles,
  detail,
];
