export * from './calendar.js';
export * from './codes.js';
export * from './machines.js';
export * from './progress.js';
export * from './quality-gate.js';
export * from './reminders.js';
export * from './schedule.js';
export * from './status.js';
