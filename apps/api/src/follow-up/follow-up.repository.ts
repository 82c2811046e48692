import { Injectable } from '@nestjs/common';
import type {
  ForumPageResponse,
  InstrumentsResponse,
  MatrixQuery,
  ProvisionResponse,
} from '@enlace/contract';
import type { Actor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { FORUM_PAGE } from './forum.sql.js';
import type { MatrixRows } from './matrix.mapper.js';
import { INSTRUMENTS, MATRIX } from './matrix.sql.js';
import { PROVISION_PAGE } from './provision.sql.js';
import { currentResponse, type SaidVersion } from './state-response.js';

type ProvisionRow = Omit<ProvisionResponse, 'states'> & {
  readonly states: readonly (Omit<ProvisionResponse['states'][number], 'response'> & {
    readonly stateId: number;
    readonly said: readonly SaidVersion[];
  })[];
};

const zoneOf = (actor: Actor): string => actor.organization?.timeZone ?? 'UTC';

/** Sight and filters of a matrix: the parameters $1 to $10 of its queries. */
export const matrixFilters = (actor: Actor, query: MatrixQuery): readonly unknown[] => [
  ...sightParameters(actor),
  query.instrument,
  query.forum ?? null,
  query.theme ?? null,
  query.group ?? null,
  query.from ?? null,
  query.until ?? null,
];

/** Reads the matrix in the caller's transaction; 404 for an instrument that the actor may not read. */
export const readMatrix = (
  tx: Transaction,
  actor: Actor,
  query: MatrixQuery,
): Promise<MatrixRows> =>
  answered<MatrixRows>(tx, MATRIX, [...matrixFilters(actor, query), zoneOf(actor)]);

async function answered<T>(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[],
): Promise<T> {
  const row = await tx.maybe<{ answer: T }>(sql, parameters);
  if (!row) throw new Problem('not-found');
  return row.answer;
}

/** Instruments, provisions and forums with what their readers may see of the follow-up. */
@Injectable()
export class FollowUpRepository {
  constructor(private readonly database: Database) {}

  matrix(actor: Actor, query: MatrixQuery): Promise<MatrixRows> {
    return this.database.read(actor, (tx) => readMatrix(tx, actor, query));
  }

  instruments(actor: Actor): Promise<InstrumentsResponse> {
    return this.database.read(actor, (tx) => answered(tx, INSTRUMENTS, []));
  }

  /** 404 for a provision of an instrument that the actor may not read. */
  provision(actor: Actor, id: string): Promise<ProvisionResponse> {
    const parameters = [...sightParameters(actor), id, actor.language];
    return this.database.read(actor, async (tx) => {
      const row = await answered<ProvisionRow>(tx, PROVISION_PAGE, parameters);
      const states = row.states.map(({ stateId, said, ...state }) => {
        const isOwn = stateId === actor.organization?.stateId;
        const response = currentResponse(tx, { provision: id, state: stateId }, said, isOwn);
        return { ...state, response };
      });
      return { ...row, states };
    });
  }

  /** 404 for an alias that no forum has. */
  forum(actor: Actor, alias: string): Promise<ForumPageResponse> {
    const parameters = [...sightParameters(actor), alias, actor.language, zoneOf(actor)];
    return this.database.read(actor, (tx) => answered(tx, FORUM_PAGE, parameters));
  }
}
