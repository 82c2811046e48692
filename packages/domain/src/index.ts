export * from './codes/arrival-codes.js';
export * from './codes/participants.js';
export * from './codes/sharing.js';
export * from './access/permissions.js';
export * from './arrivals/period.js';
export * from './arrivals/version-state.js';
export * from './calculations/figures.js';
