import { Injectable } from '@nestjs/common';
import type { LiveUpdate } from '@enlace/contract';
import { ActorContexts, type ActingActor, type SignIn } from '../access/index.js';
import { ownCommitment, sightParameters, visibleCommitment } from '../audience/index.js';
import { Database } from '../database/index.js';
import type { Change } from './change-feed.js';

const SEEN = `select c.id, ${ownCommitment('c')} as "isParty" from commitment c
  where c.id = any($5::uuid[]) and ${visibleCommitment('c')}`;

/** Tells of a batch of changes what a reader may know of it. */
@Injectable()
export class SeenChanges {
  constructor(
    private readonly database: Database,
    private readonly contexts: ActorContexts,
  ) {}

  /**
   * The updates for the reader, asked anew each time: `null` where the reader's membership ended
   * meanwhile. Nothing is said of a record that the reader does not see.
   */
  async of(
    actor: ActingActor,
    signIn: SignIn,
    changes: readonly Change[],
  ): Promise<LiveUpdate[] | null> {
    const person = await this.contexts.of(signIn);
    const context = person?.contexts.find(
      ({ organization }) => organization.id === actor.organization.id,
    );
    if (!context) return null;
    if (changes.some((change) => 'everything' in change)) return [{ kind: 'everything' }];
    const ids = [
      ...new Set(changes.flatMap((one) => ('commitment' in one ? [one.commitment] : []))),
    ];
    const seen = ids.length > 0 ? await this.seen({ ...actor, readers: context.readers }, ids) : [];
    const isDesk = changes.some((change) => isOwnDesk(actor, change));
    return [
      ...seen.map(({ id }): LiveUpdate => ({ kind: 'commitment', id })),
      ...(isDesk || seen.some(({ isParty }) => isParty) ? [{ kind: 'desk' } as const] : []),
    ];
  }

  private seen(
    actor: ActingActor,
    ids: readonly string[],
  ): Promise<{ id: string; isParty: boolean }[]> {
    return this.database.read(actor, (tx) => tx.rows(SEEN, [...sightParameters(actor), ids]));
  }
}

function isOwnDesk({ organization }: ActingActor, change: Change): boolean {
  if ('organization' in change) return change.organization === organization.id;
  return (
    'state' in change && organization.kind === 'state' && change.state === organization.stateId
  );
}
