import { Injectable } from '@nestjs/common';
import type {
  CommitmentEventsResponse,
  CommitmentLine,
  CommitmentResponse,
  CommitmentsQuery,
  CommitmentsResponse,
  ReadersResponse,
} from '@enlace/contract';
import type { ActingActor, Actor } from '../access/index.js';
import {
  logRead,
  ownCommitment,
  readersOf,
  sightParameters,
  signedIn,
  visibleCommitment,
} from '../audience/index.js';
import { Database, dayOf } from '../database/index.js';
import { invalid, Problem } from '../problems/index.js';
import { COMMITMENT, type CommitmentRow } from './commitment-row.js';
import { commitmentAnswer } from './commitment.mapper.js';
import { commitmentText, DUE_FACTS, STATUS } from './status.sql.js';

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One page; the status is known only after the join, so a filter on it reads on until the page is full. */
const LIST = `select c.id, c.forum_id as forum, c.organization_id as actor, s.code as state,
    json_build_object('language', t.language, 'body', t.title, 'status', t.status) as title,
    (select coalesce(json_agg(p.number order by p.position), '[]') from commitment_provision cp
       join provision p on p.id = cp.provision_id where cp.commitment_id = c.id) as provisions,
    ${STATUS} as status, ${dayOf('c.due_on')} as "dueOn", ${dayOf('d.next_on')} as "nextDueOn",
    ${dayOf('d.last_on')} as "lastReportOn", c.classification
  from commitment c
  join organization o on o.id = c.organization_id
  left join state s on s.id = c.state_id
  ${commitmentText('$5')}
  ${DUE_FACTS}
  where ${visibleCommitment('c')} and c.state <> 'superseded'
    and ($6::uuid is null or exists (select 1 from commitment_provision cp
      where cp.commitment_id = c.id and cp.provision_id = $6::uuid))
    and ($7::text is null or exists (select 1 from commitment_provision cp join provision p on p.id = cp.provision_id
      join instrument i on i.id = p.instrument_id where cp.commitment_id = c.id and i.symbol = $7))
    and ($8::text is null or c.forum_id = (select id from forum where alias = $8))
    and ($9::text is null or s.code = $9)
    and ($10::text is null or ${STATUS} = $10)
    and ($11::uuid is null or c.id > $11::uuid)
  order by c.id limit ${PAGE + 1}`;

const EVENTS = `select e.id::text as position, e.kind, e.organization_id as organization, e.facts,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from commitment c join commitment_event e on e.commitment_id = c.id
  where c.id = $5::uuid and ${visibleCommitment('c')} and (not e.parties_only or ${ownCommitment('c')})
    -- An accepted report is open to signed-in readers alone, and so is the news of it.
    and (e.kind <> 'report-accepted' or ${signedIn})
    and e.id < $6::bigint
  order by e.id desc limit ${PAGE + 1}`;

const OWNER = `select c.organization_id as organization from commitment c
  where c.id = $5::uuid and ${visibleCommitment('c')}`;

type EventRow = CommitmentEventsResponse['events'][number] & { readonly position: string };

/** Commitments as their readers see them. */
@Injectable()
export class CommitmentsRepository {
  constructor(private readonly database: Database) {}

  /** A page of the commitments the actor may see; the order is the ids', which tell nothing. */
  list(actor: Actor, query: CommitmentsQuery): Promise<CommitmentsResponse> {
    if (query.after !== undefined && !UUID.test(query.after)) {
      throw invalid('/query/after', 'wrong-format');
    }
    return this.database.read(actor, async (tx) => {
      const rows = await tx.rows<CommitmentLine>(LIST, [
        ...sightParameters(actor),
        actor.language,
        query.provision ?? null,
        query.instrument ?? null,
        query.forum ?? null,
        query.state ?? null,
        query.status ?? null,
        query.after ?? null,
      ]);
      const page = rows.slice(0, PAGE);
      return { commitments: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
    });
  }

  /** One commitment; 404 where it is not visible. */
  async byId(actor: Actor, id: string): Promise<CommitmentResponse> {
    const { row, answer } = await this.database.read(actor, async (tx) => {
      const found = await tx.maybe<CommitmentRow>(COMMITMENT, [...sightParameters(actor), id]);
      if (!found) throw new Problem('not-found');
      const etag = tx.etag(found.id, found.revision);
      return { row: found, answer: commitmentAnswer(actor, found, etag) };
    });
    const { actor: organization, isOwn, isSecretariat, classification } = row;
    await logRead(this.database, actor, {
      ...{ kind: 'commitment', id, organization, classification },
      isOwn: isOwn || isSecretariat,
    });
    return answer;
  }

  /** Who read it, for the organization that does it; 404 where it is not visible, 403 where it is another's. */
  readers(actor: ActingActor, id: string, after: string | null): Promise<ReadersResponse> {
    return this.database.read(actor, async (tx) => {
      const found = await tx.maybe<{ organization: string }>(OWNER, [
        ...[...sightParameters(actor), id],
      ]);
      const record = { kind: 'commitment', id } as const;
      return readersOf(tx, actor, { ...record, organization: found?.organization }, after);
    });
  }

  /** What happened, newest first; 404 where the commitment is not visible. */
  events(actor: Actor, id: string, after: string | null): Promise<CommitmentEventsResponse> {
    if (after !== null && !/^\d{1,18}$/.test(after)) throw invalid('/query/after', 'wrong-format');
    return this.database.read(actor, async (tx) => {
      const seen = await tx.maybe<{ id: string }>(
        `select c.id from commitment c where c.id = $5::uuid and ${visibleCommitment('c')}`,
        [...sightParameters(actor), id],
      );
      if (!seen) throw new Problem('not-found');
      const rows = await tx.rows<EventRow>(EVENTS, [
        ...sightParameters(actor),
        id,
        after ?? '9223372036854775807',
      ]);
      const page = rows.slice(0, PAGE);
      return {
        events: page.map(({ kind, at, organization, facts }) => ({
          kind,
          at,
          organization,
          facts,
        })),
        next: rows.length > PAGE ? (page.at(-1)?.position ?? null) : null,
      };
    });
  }
}
