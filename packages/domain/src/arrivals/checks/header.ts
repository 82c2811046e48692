import { findPersonalData } from '../../personal-data/find-personal-data.js';
import { hasEnded, isBeforeEarliest } from '../period.js';
import type { DraftFigures, DraftSetting } from './draft.js';
import { MAX_NOTE_LENGTH } from './draft.js';
import type { CheckFinding } from './rules.js';
import { refusal } from './rules.js';

/** The period is over for the organization, and not older than reports are accepted for. */
export const checkPeriod = ({ period, timeZone, at }: DraftSetting): CheckFinding[] => [
  ...(hasEnded(period, timeZone, at) ? [] : [refusal('period-not-ended', '/period')]),
  ...(isBeforeEarliest(period) ? [refusal('period-before-1990', '/period')] : []),
];

/** The crossing point is the State's own and active on a day of the period. */
export const checkCrossingPoint = (setting: DraftSetting): CheckFinding[] => {
  const { crossingPoint, period, state } = setting;
  if (crossingPoint.state !== state) {
    return [refusal('crossing-point-of-another-state', '/crossingPoint')];
  }
  const active =
    (crossingPoint.activeFrom === null || crossingPoint.activeFrom < period.to) &&
    (crossingPoint.activeTo === null || crossingPoint.activeTo > period.from);
  return active ? [] : [refusal('crossing-point-not-active', '/crossingPoint')];
};

/** Nobody arrived is said by `nil`, and by nothing else; a nil report counts nobody. */
export const checkNil = (draft: DraftFigures): CheckFinding[] => {
  if (!draft.nil) {
    const empty = draft.counts.length + draft.cells.length === 0;
    return empty ? [refusal('no-figures', '/counts')] : [];
  }
  const counted =
    [...draft.counts, ...draft.cells, ...draft.indicators].some(({ value }) => value !== 0) ||
    (draft.registerTotal ?? 0) !== 0;
  return counted ? [refusal('nil-with-figures', '/nil')] : [];
};

/** The note is short and holds no personal data; where it does, start and end say which part. */
export const checkNote = ({ note }: DraftFigures): CheckFinding[] => {
  if (note === null) return [];
  // Characters as a reader counts them, so that an accent or emoji is not two.
  const length = [...note].length;
  return [
    ...(length > MAX_NOTE_LENGTH
      ? [refusal('note-too-long', '/note', { length, max: MAX_NOTE_LENGTH })]
      : []),
    ...findPersonalData(note).map((found) =>
      refusal('note-with-personal-data', '/note', {
        personalData: found.kind,
        start: found.start,
        end: found.end,
      }),
    ),
  ];
};
