import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';

/** A practice as it lies in the database, organizations and places by their names. */
export interface PracticeFact {
  readonly id: string;
  readonly owner: string;
  readonly classification: 'confidential' | 'restricted' | 'community' | 'public';
  readonly forums: readonly string[];
  readonly organizations: readonly string[];
  readonly withheld: readonly string[];
  readonly isPublished: boolean;
}

/** Who was asked to review which version. */
export interface ReviewFact {
  readonly id: string;
  readonly practice: string;
  readonly version: number;
  readonly person: string;
  readonly organization: string;
  readonly state: string;
}

/** What the oracle of practices needs to know of the rows: data alone, no rule. */
export interface PracticeFacts {
  readonly practices: ReadonlyMap<string, PracticeFact>;
  /** States by practice and version, as `id/2`. */
  readonly versions: ReadonlyMap<string, string>;
  readonly reviews: readonly ReviewFact[];
  /** Versions that show a file, by file. */
  readonly files: ReadonlyMap<string, readonly number[]>;
  /** People by their accounts. */
  readonly people: ReadonlyMap<string, string>;
}

/** Reads the facts under the role that sees every row. */
export const readPractices = (system: TestSystem): Promise<PracticeFacts> =>
  withClient(system.urls.owner, async (owner) => {
    const pairs = async (sql: string): Promise<Map<string, string>> =>
      new Map(
        (await owner.query<{ key: string; value: string }>(sql)).rows.map(({ key, value }) => [
          ...([key, value] as const),
        ]),
      );
    const practices = await owner.query<PracticeFact>(
      `select p.id, o.alias as owner, p.classification, p.current_version is not null as "isPublished",
         array(select f.alias from forum f where f.id = any(p.forums)) as forums,
         array(select x.alias from organization x where x.id = any(p.organizations)) as organizations,
         array(select s.code from state s where s.id = any(p.withheld)) as withheld
       from practice p join organization o on o.id = p.organization_id`,
    );
    const reviews = await owner.query<ReviewFact>(
      `select id, practice_id as practice, version, person_id as person, organization_id as organization, state
       from practice_review`,
    );
    const files = await owner.query<{ id: string; versions: number[] }>(
      'select file_id as id, array_agg(version) as versions from practice_file group by file_id',
    );
    return {
      files: new Map(files.rows.map(({ id, versions }) => [id, versions])),
      practices: new Map(practices.rows.map((row) => [row.id, row])),
      versions: await pairs(
        `select practice_id || '/' || version as key, state as value from practice_version`,
      ),
      reviews: reviews.rows,
      people: await pairs('select username as key, id as value from person'),
    };
  });
