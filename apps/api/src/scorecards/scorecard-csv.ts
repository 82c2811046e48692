import { stringify } from 'csv-stringify/sync';
import type { ScorecardResponse, ScorecardRow } from '@enlace/contract';
import { LABELS, type Language, type RatingVoice } from '@enlace/domain';
import { CSV_TEXTS } from './csv-texts.js';

type Commitment = ScorecardRow['commitments'][number];

/** A scorecard as a table: one line for each record of each provision, and one where there is none. */
export function scorecardCsv(scorecard: ScorecardResponse, language: Language): string {
  const lines = scorecard.rows.flatMap((row) =>
    (row.commitments.length > 0 ? row.commitments : [null]).map((commitment) =>
      lineOf({ scorecard, row, commitment, language }),
    ),
  );
  // A cell that begins like a formula is one to a spreadsheet; the mark lets it read the accents.
  return stringify([[...CSV_TEXTS[language].header], ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

interface Line {
  readonly scorecard: ScorecardResponse;
  readonly row: ScorecardRow;
  readonly commitment: Commitment | null;
  readonly language: Language;
}

function lineOf({ scorecard, row, commitment, language }: Line): string[] {
  const texts = CSV_TEXTS[language];
  const { provision } = row;
  const group = scorecard.groups.find(({ code }) => code === provision.group);
  const graded = (voice: RatingVoice, named: boolean): string =>
    commitment === null ? '' : gradesOf(scorecard, row, { commitment, voice, named, language });
  return [
    ...[scorecard.today, scorecard.state, scorecard.stateNames[language]],
    ...[scorecard.instrument.symbol, provision.group ?? '', group?.titles[language] ?? ''],
    ...[provision.number, provision.titles[language]],
    kindOf(commitment, texts),
    commitment?.title ?? '',
    LABELS.followUpStatus[language][commitment?.status ?? 'no-report'],
    commitment?.dueOn ?? '',
    commitment?.lastReportOn ?? texts.noReport(scorecard.instrument.adoptedOn),
    ...[graded('state', false), graded('secretariat', false), graded('civil-society', true)],
  ];
}

function kindOf(commitment: Commitment | null, texts: (typeof CSV_TEXTS)[Language]): string {
  if (commitment === null) return '';
  return commitment.status === 'aspiration' ? texts.aspiration : texts.commitment;
}

function gradesOf(
  scorecard: ScorecardResponse,
  row: ScorecardRow,
  asked: {
    readonly commitment: Commitment;
    readonly voice: RatingVoice;
    readonly named: boolean;
    readonly language: Language;
  },
): string {
  const { commitment, voice, named, language } = asked;
  return row.ratings
    .filter((rating) => rating.commitment === commitment.id && rating.voice === voice)
    .map(({ organization, grade }) => {
      const rater = scorecard.raters.find((one) => one.organization === organization);
      const label = LABELS.ratingGrade[language][grade];
      return named && rater ? `${rater.names[language]}: ${label}` : label;
    })
    .join('; ');
}
