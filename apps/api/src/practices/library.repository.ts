import { Injectable } from '@nestjs/common';
import type { LibraryQuery, LibraryResponse, PracticeLine } from '@enlace/contract';
import { practiceStatus, type PracticeState } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { sightParameters } from '../audience/index.js';
import { Database, type Transaction } from '../database/index.js';
import { invalid } from '../problems/index.js';
import { readSought, type Sought } from '../search/index.js';
import { libraryStatement, PAGE } from './library.sql.js';

interface Row extends Omit<PracticeLine, 'status'> {
  readonly state: PracticeState;
  readonly confirmedOn: string | null;
  readonly today: string;
  readonly position: string;
}

interface Answer {
  readonly total: number;
  readonly facets: LibraryResponse['facets'];
  readonly rows: readonly Row[];
}

const NOTHING_SOUGHT: Sought = { needs: null, wants: null, alike: null, provisions: null };
const POSITION =
  /^(\d+(?:\.\d+)?(?:e-?\d+)?)\/(\d{4}-\d\d-\d\d)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The library of good practices, as much of it as its reader may see. */
@Injectable()
export class LibraryRepository {
  constructor(private readonly database: Database) {}

  /** One page by relevance, then newest first, with what could be filtered by. */
  page(actor: Actor, query: LibraryQuery): Promise<LibraryResponse> {
    const after = query.after === undefined ? [null, null, null] : positionOf(query.after);
    return this.database.read(actor, async (tx) => {
      const { total, facets, rows } = await this.find(tx, actor, query, after);
      const page = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? page.at(-1) : undefined;
      return {
        practices: page.map(line),
        total,
        facets,
        next: last ? Buffer.from(last.position).toString('base64url') : null,
      };
    });
  }

  private async find(
    tx: Transaction,
    actor: Actor,
    query: LibraryQuery,
    after: readonly (string | null)[],
  ): Promise<Answer> {
    const sought = query.q === undefined ? NOTHING_SOUGHT : await readSought(tx, query.q);
    return tx.one<Answer>(libraryStatement(query.mine === true), [
      ...[...sightParameters(actor), actor.language],
      ...[sought.needs, sought.wants, sought.alike],
      query.provision === undefined ? null : [query.provision],
      ...[query.theme, query.state, query.forum, query.kind, query.language, query.costBand],
      ...[query.evidence, query.adopted, sought.provisions, ...after],
    ]);
  }
}

// The position of a row is the cursor's alone.
const line = ({ state, confirmedOn, today, ...row }: Row): PracticeLine => {
  const { id, title, summary, organization, organizationName, states, themes } = row;
  const { costBand, hasEvidence, adoptions, publishedOn } = row;
  return {
    ...{ id, title, summary, organization, organizationName, states, themes },
    ...{ costBand, hasEvidence, adoptions, publishedOn },
    status: practiceStatus(state, confirmedOn, today),
  };
};

function positionOf(cursor: string): readonly string[] {
  const found = POSITION.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found) throw invalid('/query/after', 'wrong-format');
  return found.slice(1);
}
