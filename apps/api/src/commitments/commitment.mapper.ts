import type { CommitmentResponse } from '@enlace/contract';
import {
  commitmentStatus,
  dueDateStatus,
  indicatorPercent,
  missingParts,
  progressOf,
} from '@enlace/domain';
import type { Actor } from '../access/index.js';
import type { CommitmentRow } from './commitment-row.js';
import { offersOf } from './offers.js';

type Schedule = CommitmentResponse['schedule'];

function scheduleOf(row: CommitmentRow): Schedule {
  const schedule = row.schedule;
  if (!schedule) return null;
  const { firstOn, everyMonths, endsOn, dates } = schedule;
  if (firstOn !== null && everyMonths !== null && endsOn !== null) {
    return { firstOn, everyMonths, endsOn };
  }
  return { dates: [...(dates ?? [])] };
}

/** Row to answer: what follows from dates, weights and values is computed here, never stored. */
export function commitmentAnswer(
  actor: Actor,
  row: CommitmentRow,
  etag: string,
): CommitmentResponse {
  const dates = row.dueDates.map((date) => ({ ...date, waived: date.waiveReason !== null }));
  const original = row.texts.find((text) => text.status === 'original');
  const indicators = row.indicators.map((indicator) => ({
    ...indicator,
    latest: indicator.values.at(-1)?.value ?? null,
  }));
  return {
    id: row.id,
    etag,
    forum: row.forum,
    actor: row.actor,
    stateCode: row.stateCode,
    secretariat: row.secretariat,
    state: row.state,
    status: commitmentStatus({ ...row, dueDates: dates }, row.today),
    missing: [
      ...missingParts({
        actor: row.actor,
        deliverable: original?.deliverable ?? null,
        dueOn: row.dueOn,
        verification: original?.verification ?? null,
      }),
    ],
    classification: row.classification,
    texts: [...row.texts],
    dueOn: row.dueOn,
    deliveredOn: row.deliveredOn,
    dropReason: row.dropReason,
    supersededBy: row.supersededBy,
    today: row.today,
    provisions: row.provisions,
    partners: row.partners,
    organizations: row.organizations,
    progress: progressOf(row.actions, indicators, row.acceptedPercent),
    actions: [...row.actions],
    indicators: indicators.map(({ latest, ...indicator }) => ({
      ...indicator,
      percent: indicatorPercent({ ...indicator, latest }),
    })),
    schedule: scheduleOf(row),
    dueDates: dates.map(({ waived, ...date }) => ({
      ...date,
      status: dueDateStatus({ ...date, waived }, row.today),
    })),
    reminders: [...row.reminders],
    snoozes: [...row.snoozes],
    offers: offersOf(actor, row),
  };
}
