export { inTurns } from './in-turns.js';
export { DryRunImport } from './dry-run-import.js';
export { ImportsModule } from './imports.module.js';
export { ImportsRepository } from './imports.repository.js';
export { StartImport } from './start-import.js';
export { readSourceFile } from './source-file.js';
