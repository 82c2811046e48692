import type { z } from 'zod';
import { arrivalsSeed } from './arrivals-seed.js';
import { commitmentsSeed, commitmentTextsSeed, stateResponsesSeed } from './commitments-seed.js';
import { instrumentsSeed } from './instruments-seed.js';
import { practiceExchangeSeed } from './practice-exchange-seed.js';
import { practicesSeed } from './practices-seed.js';
import {
  demoOrganizationsSeed,
  peopleSeed,
  seatsSeed,
  sharingGroupsSeed,
} from './participant-seeds.js';
import {
  crossingPointsSeed,
  forumsSeed,
  presidenciesSeed,
  recommendationsSeed,
  referenceOrganizationsSeed,
  statesSeed,
} from './reference-seeds.js';
import { thesaurusSeed } from './thesaurus-seed.js';

export type { ArrivalsSeed, SeriesSeed, ShareSeed } from './arrivals-seed.js';
export type {
  CommitmentSeed,
  CourseReport,
  CourseSeed,
  RatingSeed,
  Said,
} from './commitments-seed.js';
export type { OrganizationSeed } from './participant-seeds.js';
export type { PracticeExchangeSeed } from './practice-exchange-seed.js';
export type { PracticeSeed } from './practices-seed.js';

/** Schemas of the files in `seeds/reference`, by file name without `.json`. */
export const REFERENCE_SEEDS = {
  states: statesSeed,
  organizations: referenceOrganizationsSeed,
  forums: forumsSeed,
  presidencies: presidenciesSeed,
  'crossing-points': crossingPointsSeed,
  recommendations: recommendationsSeed,
  thesaurus: thesaurusSeed,
} as const;

/** Schemas of the files in `seeds/demo`, by file name without `.json`. */
export const DEMO_SEEDS = {
  organizations: demoOrganizationsSeed,
  people: peopleSeed,
  seats: seatsSeed,
  'sharing-groups': sharingGroupsSeed,
  arrivals: arrivalsSeed,
  instruments: instrumentsSeed,
  'commitment-texts': commitmentTextsSeed,
  commitments: commitmentsSeed,
  'state-responses': stateResponsesSeed,
  practices: practicesSeed,
  'practice-exchange': practiceExchangeSeed,
} as const;

/** Contents of all files of one folder. */
export type Seeds<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  readonly [File in keyof Schemas]: z.infer<Schemas[File]>;
};
export type ReferenceSeeds = Seeds<typeof REFERENCE_SEEDS>;
export type DemoSeeds = Seeds<typeof DEMO_SEEDS>;
