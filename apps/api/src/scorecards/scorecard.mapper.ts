import type {
  ProvisionSummary,
  ScorecardResponse,
  ScorecardRow,
  StatusCounts,
} from '@enlace/contract';
import { FOLLOW_UP_STATUSES, worstStatus, type FollowUpStatus } from '@enlace/domain';
import type { ScorecardCommitment, ScorecardHead, ScorecardRating } from './scorecard.sql.js';

/** What a scorecard is put together from. */
export interface ScorecardParts {
  readonly state: string;
  readonly group: string | null;
  readonly head: ScorecardHead;
  readonly provisions: readonly ProvisionSummary[];
  readonly commitments: readonly ScorecardCommitment[];
  readonly ratings: readonly ScorecardRating[];
}

const counted = (statuses: readonly FollowUpStatus[]): StatusCounts =>
  Object.fromEntries(
    FOLLOW_UP_STATUSES.map((status) => [status, statuses.filter((one) => one === status).length]),
  ) as StatusCounts;

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

function rowOf(provision: ProvisionSummary, parts: ScorecardParts): ScorecardRow {
  const under = parts.commitments.filter(({ provisions }) => provisions.includes(provision.id));
  const ids = new Set(under.map(({ id }) => id));
  return {
    provision,
    status: worstStatus(under.map(({ status }) => status)),
    lastReportOn: latest(under.map(({ lastReportOn }) => lastReportOn)),
    commitments: under.map(({ id, title, language, status, dueOn, lastReportOn }) => ({
      ...{ id, title, language, status, dueOn, lastReportOn },
    })),
    ratings: parts.ratings
      .filter(({ commitment }) => ids.has(commitment))
      .map(({ commitment, voice, organization, grade }) => ({
        ...{ commitment, voice, organization, grade },
      })),
  };
}

/** Rows to answer: commitments and aspirations are counted apart, each once however many provisions it has. */
export function scorecardAnswer(parts: ScorecardParts): ScorecardResponse {
  const { head, state, group } = parts;
  const rows = parts.provisions.map((provision) => rowOf(provision, parts));
  const shown = new Map(
    rows.flatMap((row) => row.commitments.map(({ id, status }) => [id, status])),
  );
  const statuses = [...shown.values()];
  const raters = new Map(parts.ratings.map(({ organization, names }) => [organization, names]));
  const rating = new Set(
    rows.flatMap((row) => row.ratings.map(({ organization }) => organization)),
  );
  return {
    state,
    stateNames: head.stateNames,
    instrument: head.instrument,
    group,
    today: head.today,
    groups: head.groups,
    commitments: counted(statuses.filter((status) => status !== 'aspiration')),
    aspirations: statuses.filter((status) => status === 'aspiration').length,
    provisionsByStatus: counted(rows.map(({ status }) => status)),
    rows,
    raters: [...raters]
      .filter(([organization]) => rating.has(organization))
      .map(([organization, names]) => ({ organization, names })),
  };
}
