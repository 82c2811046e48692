export { guessColumns, IMPORT_COLUMNS } from './column-guess.js';
export type { ImportColumn } from './column-guess.js';
export { guessYearlyPeriods } from './guess-years.js';
export { IMPORT_RULES, MAX_LISTED_FAULTS } from './import-faults.js';
export type { ImportFault, ImportRule } from './import-faults.js';
export { planImport } from './plan-import.js';
export type {
  ImportPlan,
  ImportSetting,
  ImportWarningRule,
  MonthTotals,
  PlannedReport,
} from './plan-import.js';
export type { ImportReading, SourceRow } from './read-rows.js';
export { CODE_COLUMNS, MAX_CODE_LENGTH, resolveCode, suggestCode, TOTAL } from './source-codes.js';
export type { CodeColumn } from './source-codes.js';
