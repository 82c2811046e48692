import type { OrganizationSummary, ReferenceResponse } from '@enlace/contract';
import type { TestSystem } from '../../system.js';
import { arrivalsJourney } from './arrivals-journey.js';
import { OpenApi } from './document.js';
import { followUpJourney } from './follow-up-journey.js';
import { portalJourney } from './portal-journey.js';
import { practicesJourney } from './practices-journey.js';
import type { Road } from './road.js';
import { Log, Traveller } from './traveller.js';

/**
 * Goes through every operation as people do, in the order and with the content that lets it succeed:
 * what made-up input seldom reaches. Made-up input then finds what the journeys left.
 */
export async function travel(system: TestSystem): Promise<Log> {
  const log = new Log(await OpenApi.read());
  const travellers = new Map<string | null, Traveller>();
  const as = (account: string | null = null): Traveller => {
    const traveller = travellers.get(account) ?? new Traveller(system, account, log);
    travellers.set(account, traveller);
    return traveller;
  };
  const reader = as('fp.pa');
  const reference = await reader.get<ReferenceResponse>('/api/v1/reference');
  const { organizations } = await reader.get<{ organizations: readonly OrganizationSummary[] }>(
    '/api/v1/organizations',
  );
  const ids = new Map(organizations.map(({ alias, id }) => [alias, id]));
  const organization = (alias: string): string => {
    const id = ids.get(alias);
    if (id === undefined) throw new Error(`There is no ${alias}`);
    return id;
  };
  const road: Road = { system, as, reference, organization };
  for (const journey of [arrivalsJourney, followUpJourney, practicesJourney, portalJourney]) {
    // One that cannot go on is a fault; the others still tell theirs.
    await journey(road).catch((error: unknown) =>
      log.faults.add(`${journey.name}: ${String(error)}`),
    );
  }
  await log.lookForGone();
  return log;
}
