import type { ScorecardResponse, ScorecardRow } from '@enlace/contract';
import type { FollowUpStatus, RatingGrade, RatingVoice } from '@enlace/domain';
import { RATING_GRADES, RATING_VOICES } from '@enlace/domain';
import type { MarkStatus } from '../../pattern/status-mark';

/** Marks of commitments in the order of the summary: what is done first. */
export const SUMMARY_MARKS = [
  'done',
  'on-track',
  'due-soon',
  'late',
  'overdue',
  'dropped',
] as const satisfies readonly FollowUpStatus[];

/** Every mark that a recommendation can bear. */
export const LEGEND: readonly MarkStatus[] = [...SUMMARY_MARKS, 'aspiration', 'none'];

/** The mark that shows a status. */
export const markOf = (status: FollowUpStatus): MarkStatus =>
  status === 'no-report' ? 'none' : status;

/** How often one voice gave one grade. */
export interface GradeCount {
  readonly voice: RatingVoice;
  readonly grade: RatingGrade;
  readonly count: number;
}

/** A theme with its recommendations and every grade that was given under it. */
export interface Theme {
  /** Null: the instrument has no themes. */
  readonly code: string | null;
  readonly titles: ScorecardResponse['groups'][number]['titles'] | null;
  readonly rows: readonly ScorecardRow[];
  readonly grades: readonly GradeCount[];
  readonly reported: boolean;
}

/** Every grade by itself, voice by voice from the lowest: nothing is averaged. */
export const gradesOf = (rows: readonly ScorecardRow[]): GradeCount[] => {
  // A commitment under two recommendations of a theme was rated once.
  const each = new Map(
    rows
      .flatMap(({ ratings }) => ratings)
      .map((rating) => [`${rating.commitment} ${rating.organization}`, rating]),
  );
  const given = [...each.values()];
  return RATING_VOICES.flatMap((voice) =>
    RATING_GRADES.map((grade) => ({
      voice,
      grade,
      count: given.filter((one) => one.voice === voice && one.grade === grade).length,
    })),
  ).filter(({ count }) => count > 0);
};

/** The scorecard theme by theme; one without a code where the instrument has none. */
export const themesOf = ({ groups, rows }: ScorecardResponse): Theme[] =>
  [...groups, { code: null, titles: null }]
    .map(({ code, titles }) => {
      const own = rows.filter(({ provision }) => provision.group === code);
      const reported = own.some(({ lastReportOn }) => lastReportOn !== null);
      return { code, titles, rows: own, grades: gradesOf(own), reported };
    })
    .filter((theme) => theme.rows.length > 0);

/** How many commitments there are, whatever their mark; aspirations are none. */
export const commitmentsIn = ({ commitments }: ScorecardResponse): number =>
  SUMMARY_MARKS.reduce((all, mark) => all + commitments[mark], 0);
