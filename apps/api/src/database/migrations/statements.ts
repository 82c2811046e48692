import type { QueryRunner } from 'typeorm';

/** Runs statements one after another, so that a failure names the one that failed. */
export const runAll = async (runner: QueryRunner, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await runner.query(statement);
};

/**
 * Forces row security on a table, for its owner too. The owner, who migrates and seeds, and the
 * definer, whose functions cross organizations, get policies of their own; the application's role
 * has only what its migration grants and allows.
 */
export const forceRowSecurity = (table: string, definer: 'none' | 'read' | 'write'): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy owner_all on ${table} to enlace_owner using (true) with check (true)`,
  ...(definer === 'none'
    ? []
    : [
        `create policy definer_all on ${table} to enlace_definer using (true) with check (true)`,
        `grant select${definer === 'write' ? ', insert, update, delete' : ''} on ${table} to enlace_definer`,
      ]),
];

/** Hands a SECURITY DEFINER function to the role that crosses organizations; only the application may call it. */
export const handToDefiner = (signature: string): string[] => [
  'grant create on schema public to enlace_definer',
  `alter function ${signature} owner to enlace_definer`,
  'revoke create on schema public from enlace_definer',
  // What the owner before granted would go with the change of owner.
  'set local role enlace_definer',
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to enlace_app, enlace_owner`,
  'reset role',
];

/** Replaces functions that are the definer's, whose rights stay as they are. */
export const replaceOfDefiner = (...functions: readonly string[]): string[] => [
  'grant create on schema public to enlace_definer',
  'set local role enlace_definer',
  ...functions,
  'reset role',
  'revoke create on schema public from enlace_definer',
];

/** What only other functions of the definer call. */
export const keepInside = (signature: string): string[] => [
  ...handToDefiner(signature),
  'set local role enlace_definer',
  `revoke execute on function ${signature} from enlace_app`,
  'reset role',
];

/** The acting organization, State, readers and firewall of the transaction, each read once a statement. */
export const ACTOR = {
  organization: `(select nullif(current_setting('app.organization', true), '')::uuid)`,
  person: `(select nullif(current_setting('app.person', true), '')::uuid)`,
  readers: `(select coalesce(nullif(current_setting('app.readers', true), ''), '{}')::int[])::int[]`,
  state: `(select coalesce(nullif(current_setting('app.state', true), ''), '-1')::smallint)`,
  ownState: `(select coalesce(nullif(current_setting('app.own_state', true), ''), '-1')::smallint)`,
  firewall: `(select coalesce(nullif(current_setting('app.firewall', true), ''), '{}')::text[])::text[]`,
} as const;

/** Whether the actor is reached by the audience now; `in`, so that lists hash it once a statement. */
export const sees = (audience: string, detail: 'any' | 'exact'): string =>
  `${audience} in (select x.audience_id from audience_reader x
     where x.reader = any(${ACTOR.readers})${detail === 'exact' ? ' and x.detail = 1' : ''}
       and enlace_now() >= x.from_at and enlace_now() < x.until_at
       and ${ACTOR.state} <> all(x.withheld))`;
