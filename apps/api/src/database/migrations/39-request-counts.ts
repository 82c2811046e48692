import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { handToDefiner, runAll } from './statements.js';

/** Adds a block of requests to the minute's count of a caller, and gives what all instances counted. */
const COUNT_REQUESTS = `
  create function count_requests(counted text, during integer, amount integer) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
    delete from request_count where ctid = any (array(
      -- Another instance that cleans up just now is not waited for.
      select ctid from request_count where minute < during - 1 for update skip locked));
    insert into request_count as mine (caller, minute, requests) values (counted, during, amount)
    on conflict (caller, minute) do update set requests = mine.requests + excluded.requests
    returning requests
  $$`;

/** What callers asked for in this minute, so that several instances agree on who asks too often. */
export class RequestCounts1795500000039 extends ForwardMigration {
  readonly name = 'RequestCounts1795500000039';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      // After a crash the minute begins anew: nothing of it is worth a line of the log of writes.
      `create unlogged table request_count (
         caller text check (length(caller) between 1 and 100),
         minute integer,
         requests integer not null check (requests > 0),
         primary key (caller, minute)
       )`,
      'create index request_count_minute on request_count (minute)',
      // It holds nothing of an organization; the application reaches it through the function alone.
      'grant select, insert, update, delete on request_count to enlace_definer',
      COUNT_REQUESTS,
      ...handToDefiner('count_requests(text, integer, integer)'),
    ]);
  }
}
