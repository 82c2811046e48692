export { Config, ConfigError, readConfig } from './config.js';
export { ConfigModule } from './config.module.js';
export { auditConfig } from './audit.config.js';
export { auditorConfig, ownerConfig } from './database.config.js';
