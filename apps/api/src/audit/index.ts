export { Audit, type AuditEvent } from './audit.js';
export { AuditModule } from './audit.module.js';
export { readHeads, verifyChains, type ChainHead } from './verify-chains.js';
