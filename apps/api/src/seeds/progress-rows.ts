import { randomUUID } from 'node:crypto';
import type { Placing } from './commitment-rows.js';
import type { SampleEvent } from './commitment-events.js';
import type { CommitmentSheets } from './commitment-sheets.js';
import { atNoon, type SampleCommitment, type SampleProgress } from './sample-commitments.js';

interface ReportIds {
  readonly id: string;
  readonly dueDateId: string;
  readonly indicatorId: string | null;
  readonly evidenceId: string | null;
}

/** Where the indicator stands at this share of the way from its baseline to its target. */
const valueAt = ({ kind }: SampleCommitment, percent: number): number => {
  const { baseline, target } = kind.indicator;
  return Math.round(baseline + ((target - baseline) * percent) / 100);
};

const atOrNull = (day: string | null): string | null => (day === null ? null : atNoon(day));

function bodyOf(
  { kind, actor }: SampleCommitment,
  { stage }: SampleProgress,
  { demo }: Placing,
): string {
  return `${kind.reports[stage][actor.language]} ${demo.commitments.notice[actor.language]}`;
}

function addReport(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  report: SampleProgress,
  { ids, placing }: { readonly ids: ReportIds; readonly placing: Placing },
): void {
  const { seed, actor } = sample;
  const { reasons } = placing.demo['commitment-texts'];
  const [first] = report.submittedOn;
  const begun = first ?? (report.dueOn < sample.today ? report.dueOn : sample.today);
  sheets.add('progress_report', {
    ...{ id: ids.id, commitment_id: seed.id, due_date_id: ids.dueDateId, state: report.state },
    ...{ organization_id: actor.organizationId, language: actor.language, percent: report.percent },
    body: bodyOf(sample, report, placing),
    // A returned report is written again as the next version.
    version: report.returnedOn === null ? 1 : 2,
    ...{ revision: 1, created_at: atNoon(begun), created_by: actor.personId },
    submitted_at: first === undefined ? null : atNoon(first),
    submitted_by: first === undefined ? null : actor.personId,
    ...{ accepted_at: atOrNull(report.acceptedOn), published_at: atOrNull(report.publishedOn) },
    return_reason: report.state === 'returned' ? reasons.returned[actor.language] : null,
  });
  if (ids.indicatorId !== null) {
    const value = valueAt(sample, report.percent);
    sheets.add('indicator_value', { indicator_id: ids.indicatorId, report_id: ids.id, value });
  }
  if (ids.evidenceId !== null) {
    sheets.add('evidence', {
      ...{ id: ids.evidenceId, commitment_id: seed.id, report_id: ids.id, kind: 'link' },
      title: sample.kind.evidence[actor.language],
      url: `https://example.org/${seed.organization}/${seed.provisions[0]?.toLowerCase() ?? ''}/${report.dueOn}`,
      ...{ created_at: atNoon(begun), created_by: actor.personId },
    });
  }
}

function addVersions(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  report: SampleProgress,
  { ids, placing }: { readonly ids: ReportIds; readonly placing: Placing },
): void {
  const { language, personId } = sample.actor;
  const { reasons } = placing.demo['commitment-texts'];
  for (const [index, day] of report.submittedOn.entries()) {
    const returned = index === 0 && report.returnedOn !== null;
    const value = valueAt(sample, report.percent);
    sheets.add('progress_report_version', {
      ...{ report_id: ids.id, version: index + 1, language, percent: report.percent },
      body: bodyOf(sample, report, placing),
      indicator_values: ids.indicatorId === null ? [] : [{ indicator: ids.indicatorId, value }],
      // What came back lacked its evidence.
      evidence: ids.evidenceId === null || returned ? [] : [ids.evidenceId],
      ...{ submitted_at: atNoon(day), submitted_by: personId },
      outcome: returned ? 'returned' : report.acceptedOn === null ? null : 'accepted',
      reason: returned ? reasons.returned[language] : null,
      decided_at: atOrNull(returned ? report.returnedOn : report.acceptedOn),
    });
  }
}

function eventsOf(
  sample: SampleCommitment,
  report: SampleProgress,
  { id, placing }: { readonly id: string; readonly placing: Placing },
): SampleEvent[] {
  const { organizationId } = sample.actor;
  const secretariat = placing.secretariat.organizationId;
  const facts = { report: id, dueOn: report.dueOn };
  const events: SampleEvent[] = report.submittedOn.map((day, index) => ({
    ...{ kind: 'report-submitted', at: atNoon(day), organizationId, partiesOnly: true },
    facts: { ...facts, version: index + 1 },
  }));
  if (report.returnedOn !== null) {
    const reason = placing.demo['commitment-texts'].reasons.returned[sample.actor.language];
    events.push({
      ...{ kind: 'report-returned', at: atNoon(report.returnedOn), organizationId: secretariat },
      ...{ partiesOnly: true, facts: { ...facts, version: 1, reason } },
    });
  }
  if (report.acceptedOn !== null) {
    events.push({
      kind: 'report-accepted',
      at: atNoon(report.acceptedOn),
      organizationId: secretariat,
      facts,
    });
  }
  if (report.publishedOn !== null) {
    events.push({
      kind: 'report-published',
      at: atNoon(report.publishedOn),
      organizationId: secretariat,
      facts,
    });
  }
  return events;
}

/** The progress reports of a commitment with versions, values and evidence; returns their events. */
export function addProgress(
  sheets: CommitmentSheets,
  sample: SampleCommitment,
  placing: Placing,
  {
    dateIds,
    indicatorId,
  }: { readonly dateIds: readonly string[]; readonly indicatorId: string | null },
): SampleEvent[] {
  const events = sample.reports.flatMap((report) => {
    const id = randomUUID();
    const dueDateId = dateIds[report.date] ?? '';
    const evidenceId = report.evidence ? randomUUID() : null;
    const ids = { id, dueDateId, indicatorId, evidenceId };
    addReport(sheets, sample, report, { ids, placing });
    addVersions(sheets, sample, report, { ids, placing });
    return eventsOf(sample, report, { id, placing });
  });
  const first = sample.reports.find(({ submittedOn }) => submittedOn.length > 0)?.submittedOn[0];
  if (first === undefined) return events;
  // Whoever reports has begun.
  const { organizationId } = sample.actor;
  return [{ kind: 'started', at: atNoon(first), organizationId }, ...events];
}
