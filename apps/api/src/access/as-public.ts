import { PUBLIC_READER } from './access.guard.js';
import type { Actor } from './actor.js';

/** The request as anybody may make it: for answers that are the same for everybody, whoever signed in. */
export const asPublic = (actor: Actor): Actor => ({
  ...actor,
  personId: null,
  organization: null,
  functions: [],
  readers: [PUBLIC_READER],
  firewall: [],
  seatPoints: null,
});
