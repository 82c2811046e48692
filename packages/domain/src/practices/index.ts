export * from './codes.js';
export * from './guide.js';
export * from './life.js';
export * from './machines.js';
export * from './review.js';
