import {
  checkAgeBands,
  checkChildren,
  checkCountsAgainstCells,
  checkIndicators,
} from './breakdowns.js';
import type { DraftFigures, DraftSetting } from './draft.js';
import { checkCrossingPoint, checkNil, checkNote, checkPeriod } from './header.js';
import type { CheckFinding } from './rules.js';
import { checkCodes, checkDuplicates, checkValues } from './values.js';
import {
  warnOfJumps,
  warnOfLookAlikes,
  warnOfRegisterTotal,
  warnOfTheAmericas,
} from './warnings.js';

/** Checks of the figures and the note alone: what the grid shows while somebody types. */
export const checkFigures = (draft: DraftFigures): readonly CheckFinding[] => [
  ...checkValues(draft),
  ...checkCodes(draft),
  ...checkDuplicates(draft),
  ...checkAgeBands(draft),
  ...checkCountsAgainstCells(draft),
  ...checkIndicators(draft),
  ...checkChildren(draft),
  ...checkNil(draft),
  ...checkNote(draft),
  ...warnOfTheAmericas(draft),
  ...warnOfLookAlikes(draft),
  ...warnOfRegisterTotal(draft),
];

/**
 * All checks of a draft that need no other country's data. Refusals stop it from being sent;
 * warnings are confirmed with one comment for each rule.
 */
export const checkDraft = (draft: DraftFigures, setting: DraftSetting): readonly CheckFinding[] => [
  ...checkPeriod(setting),
  ...checkCrossingPoint(setting),
  ...checkFigures(draft),
  ...warnOfJumps(draft, setting),
];
