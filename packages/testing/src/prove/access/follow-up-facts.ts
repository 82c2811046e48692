import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';

/** A commitment as it lies in the database, organizations and places by their names. */
export interface CommitmentFact {
  readonly id: string;
  readonly actor: string;
  readonly state: string | null;
  readonly secretariat: string;
  readonly forum: string;
  readonly classification: 'confidential' | 'restricted' | 'community' | 'public';
  readonly partners: readonly string[];
}

/** A progress report, by its commitment and its author's organization. */
export interface ReportFact {
  readonly id: string;
  readonly commitment: string;
  readonly organization: string;
  readonly state: string;
}

/** What the oracle of follow-up needs to know of the rows: data alone, no rule. */
export interface FollowUpFacts {
  readonly commitments: ReadonlyMap<string, CommitmentFact>;
  readonly reports: ReadonlyMap<string, ReportFact>;
  /** Commitments by due date. */
  readonly dueDates: ReadonlyMap<string, string>;
  readonly instruments: ReadonlyMap<
    string,
    { readonly organization: string; readonly state: string }
  >;
  /** Instruments by provision. */
  readonly provisions: ReadonlyMap<string, string>;
  /** Reports that hold a file as evidence, by file. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
}

/** Reads the facts under the role that sees every row. */
export const readFollowUp = (system: TestSystem): Promise<FollowUpFacts> =>
  withClient(system.urls.owner, async (owner) => {
    const all = async <T extends { readonly id: string }>(sql: string): Promise<Map<string, T>> =>
      new Map((await owner.query<T>(sql)).rows.map((row) => [row.id, row]));
    const parents = async (sql: string): Promise<Map<string, string>> =>
      new Map([...(await all<{ id: string; of: string }>(sql))].map(([id, row]) => [id, row.of]));
    const evidence = await all<{ id: string; reports: string[] }>(
      `select file_id as id, array_agg(report_id::text) as reports from evidence
       where file_id is not null group by 1`,
    );
    return {
      commitments: await all(
        `select c.id, o.alias as actor, s.code as state, x.alias as secretariat, f.alias as forum,
           c.classification, array(select p.alias from commitment_partner cp
             join organization p on p.id = cp.organization_id where cp.commitment_id = c.id) as partners
         from commitment c join organization o on o.id = c.organization_id
         join organization x on x.id = c.secretariat_id join forum f on f.id = c.forum_id
         left join state s on s.id = c.state_id`,
      ),
      reports: await all(
        `select r.id, r.commitment_id as commitment, r.organization_id as organization, r.state
         from progress_report r`,
      ),
      dueDates: await parents('select id, commitment_id as of from due_date'),
      instruments: await all<{ id: string; organization: string; state: string }>(
        'select id, organization_id as organization, state from instrument',
      ),
      provisions: await parents('select id, instrument_id as of from provision'),
      evidence: new Map([...evidence].map(([id, { reports }]) => [id, reports])),
    };
  });
