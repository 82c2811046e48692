export * from './codes/arrival-codes.js';
export * from './codes/participants.js';
export * from './codes/sharing.js';
export * from './access/permissions.js';
