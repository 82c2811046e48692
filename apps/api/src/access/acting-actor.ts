import { Problem } from '../problems/index.js';
import type { ActingActor, Actor } from './actor.js';

/** The actor as somebody who acts for an organization; 401 for anybody else. */
export function acting(actor: Actor): ActingActor {
  const { personId, organization } = actor;
  if (personId === null || organization === null) throw new Problem('not-signed-in');
  return { ...actor, personId, organization };
}
