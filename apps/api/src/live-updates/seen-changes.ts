import { Injectable } from '@nestjs/common';
import type { LiveUpdate } from '@enlace/contract';
import { ActorContexts, type ActingActor, type SignIn } from '../access/index.js';
import {
  ownCommitment,
  sightParameters,
  visibleCommitment,
  visiblePractice,
} from '../audience/index.js';
import { Database } from '../database/index.js';
import type { Change } from './change-feed.js';

const SEEN = `select c.id, ${ownCommitment('c')} as "isParty" from commitment c
  where c.id = any($5::uuid[]) and ${visibleCommitment('c')}`;

const SEEN_PRACTICES = `select p.id, p.organization_id = $1::uuid as "isParty" from practice p
  where p.id = any($5::uuid[]) and ${visiblePractice('p')}`;

const SEEN_PROVISIONS = 'select id from provision where id = any($1::uuid[])';

/** Tells of a batch of changes what a reader may know of it. */
@Injectable()
export class SeenChanges {
  constructor(
    private readonly database: Database,
    private readonly contexts: ActorContexts,
  ) {}

  /**
   * The updates for the reader, asked anew each time: `null` where the reader's membership or session ended
   * meanwhile. Nothing is said of a record that the reader does not see.
   */
  async of(
    actor: ActingActor,
    signIn: SignIn,
    changes: readonly Change[],
  ): Promise<LiveUpdate[] | null> {
    // A session that ended tells nothing more, whatever else happened with it.
    if (changes.some((change) => 'session' in change)) return null;
    const person = await this.contexts.of(signIn);
    const context = person?.contexts.find(
      ({ organization }) => organization.id === actor.organization.id,
    );
    if (!context) return null;
    if (changes.some((change) => 'everything' in change)) return [{ kind: 'everything' }];
    const reader = { ...actor, readers: context.readers };
    const open = new Set(changes.flatMap((one) => ('commitment' in one ? [one.commitment] : [])));
    const closed = changes.flatMap((one) => ('parties' in one ? [one.parties] : []));
    const seen = (await this.seen(reader, SEEN, [...open, ...closed])).filter(
      ({ id, isParty }) => isParty || open.has(id),
    );
    const answered = changes.flatMap((one) => ('provision' in one ? [one.provision] : []));
    const provisions = await this.seenProvisions(reader, [...new Set(answered)]);
    const told = changes.flatMap((one) => ('practice' in one ? [one.practice] : []));
    const practices = await this.seen(reader, SEEN_PRACTICES, told);
    const isParty = [...seen, ...practices].some((one) => one.isParty);
    const isDesk = isParty || changes.some((change) => isOwnDesk(actor, change));
    return [
      ...seen.map(({ id }): LiveUpdate => ({ kind: 'commitment', id })),
      ...provisions.map(({ id }): LiveUpdate => ({ kind: 'provision', id })),
      ...practices.map(({ id }): LiveUpdate => ({ kind: 'practice', id })),
      ...(isDesk ? [{ kind: 'desk' } as const] : []),
    ];
  }

  private async seen(
    actor: ActingActor,
    statement: string,
    ids: readonly string[],
  ): Promise<{ id: string; isParty: boolean }[]> {
    if (ids.length === 0) return [];
    const asked = [...sightParameters(actor), [...new Set(ids)]];
    return this.database.read(actor, (tx) => tx.rows(statement, asked));
  }

  /** Row security knows who may read a provision: everybody, except one of a draft. */
  private async seenProvisions(
    actor: ActingActor,
    ids: readonly string[],
  ): Promise<{ id: string }[]> {
    if (ids.length === 0) return [];
    return this.database.read(actor, (tx) => tx.rows(SEEN_PROVISIONS, [ids]));
  }
}

function isOwnDesk({ organization }: ActingActor, change: Change): boolean {
  if ('organization' in change) return change.organization === organization.id;
  return (
    'state' in change && organization.kind === 'state' && change.state === organization.stateId
  );
}
