import { startSystem } from './system.harness.mjs';

/** Starts one system for all journeys. */
export default async function setUp() {
  const identity = process.env.E2E_IDENTITY ?? 'development';
  const system = await startSystem(['--identity', identity]);
  globalThis.enlaceJourneys = system;
  process.env.E2E_DATA = system.data;
  process.env.E2E_ORIGIN = system.origin;
}
