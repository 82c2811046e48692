import type { ReferenceResponse } from '@enlace/contract';
import type { TestSystem } from '../../system.js';
import type { Traveller } from './traveller.js';

/** Where the journeys go, by whom, and the names of what is there. */
export interface Road {
  readonly system: TestSystem;
  /** The traveller of an account of the demo; of nobody without one. */
  readonly as: (account?: string) => Traveller;
  readonly reference: ReferenceResponse;
  readonly organization: (alias: string) => string;
}
