import type { CommitmentResponse, ProgressDraft, ProgressReportAnswer } from '@enlace/contract';
import type { Language } from '@enlace/domain';

/** The report as it is typed; numbers stay text until they are sent. */
export interface ReportFields {
  readonly language: Language;
  readonly body: string;
  readonly percent: string;
  /** By indicator. */
  readonly values: Readonly<Record<string, string>>;
}

/** A typed number, with a comma or a point; null where it is none. */
export const numberOf = (text: string): number | null => {
  const written = text.replace(/[\s\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null;
};

/** Whether something is typed that is no number. */
export const isMistyped = (text: string): boolean => text.trim() !== '' && numberOf(text) === null;

/** What the server has of a report. */
export const fieldsOf = (
  report: Pick<ProgressReportAnswer, 'language' | 'body' | 'percent' | 'values'>,
): ReportFields => ({
  language: report.language,
  body: report.body,
  percent: report.percent === null ? '' : String(report.percent),
  values: Object.fromEntries(
    report.values.map(({ indicator, value }) => [indicator, String(value)]),
  ),
});

/** A first draft begins with the last value that is known of each indicator. */
export const prefilled = (
  fields: ReportFields,
  indicators: CommitmentResponse['indicators'],
  previous: ProgressReportAnswer | undefined,
): ReportFields => {
  const known = indicators.flatMap(({ id, values }): [string, string][] => {
    const before = previous?.values.find(({ indicator }) => indicator === id);
    const last = before?.value ?? values.at(-1)?.value;
    return last === undefined ? [] : [[id, String(last)]];
  });
  return { ...fields, values: { ...Object.fromEntries(known), ...fields.values } };
};

/** What is sent of it: everything that can be read as what it should be. */
export const draftOf = ({ language, body, percent, values }: ReportFields): ProgressDraft => ({
  language,
  body: body.trim(),
  percent: numberOf(percent),
  values: Object.entries(values).flatMap(([indicator, text]) => {
    const value = numberOf(text);
    return value === null ? [] : [{ indicator, value }];
  }),
});

/** Whether two typed reports would be sent alike. */
export const sameDraft = (one: ReportFields, other: ReportFields): boolean => {
  const sorted = (fields: ReportFields): string => {
    const draft = draftOf(fields);
    const values = draft.values.toSorted((a, b) => a.indicator.localeCompare(b.indicator));
    return JSON.stringify({ ...draft, values });
  };
  return sorted(one) === sorted(other);
};
