export { accessConfig } from './access.config.js';
export { Config, ConfigError, readConfig, readPart } from './config.js';
export { ConfigModule } from './config.module.js';
export { auditConfig, earlierKeysConfig } from './audit.config.js';
export { configurationTable, inOperations } from './configuration-table.js';
export { auditorConfig, ownerConfig } from './database.config.js';
export { serverConfig } from './server.config.js';
