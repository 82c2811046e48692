import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { ACTOR, forceRowSecurity, runAll, sees } from './statements.js';

/** Whether the report `r` is the actor's organization's or State's. */
export const OWN_REPORT = `(r.organization_id = ${ACTOR.organization} or r.state_id = ${ACTOR.ownState})`;

/** Drafts: own organization. Submitted and returned ones: own State. The State keeps all later ones. */
const OWN_VERSION = `(r.organization_id = ${ACTOR.organization}
  or (r.state_id = ${ACTOR.ownState} and v.state <> 'draft'))`;

/** A reader's versions: the current cleared one, and those cleared while a share was open to it. */
const readable = (detail: 'any' | 'exact'): string =>
  `(${sees('r.audience_id', detail)} and (v.state = 'cleared' or (v.state = 'superseded' and r.retracted_at is null
     and cleared_while_shared(v.report_id, v.cleared_at, ${detail === 'exact' ? 1 : 0}::smallint))))`;

/** Whether the row's version is the actor's own or readable in the detail. */
export const versionOf = (table: string, detail: 'any' | 'exact'): string =>
  `exists (select 1 from arrival_report_version v join arrival_report r on r.id = v.report_id
     where v.report_id = ${table}.report_id and v.version = ${table}.version
       and (${OWN_VERSION} or ${readable(detail)}))`;

/**
 * The origin-State firewall: nothing by sex, age or indicator of one's own State's nationals in
 * somebody else's report, and no indicator of a whole report that counts them.
 */
export const behindFirewall = (table: string): string =>
  `(cardinality(${ACTOR.firewall}) = 0
    or exists (select 1 from arrival_report r where r.id = ${table}.report_id and ${OWN_REPORT})
    or case when ${table}.nationality is not null then ${table}.nationality <> all(${ACTOR.firewall})
       else not exists (select 1 from arrival_count c where c.report_id = ${table}.report_id
         and c.version = ${table}.version and c.nationality = any(${ACTOR.firewall}) and c.value > 0) end)`;

/** Share tables are of the whole report: hidden where it counts one's State's nationals, except when public. */
export const SHARES_BEHIND_FIREWALL = `(cardinality(${ACTOR.firewall}) = 0
  or exists (select 1 from arrival_report r where r.id = twin_share.report_id and (${OWN_REPORT}
       or exists (select 1 from audience_reader x where x.audience_id = r.audience_id and x.reader = 1
         and enlace_now() >= x.from_at and enlace_now() < x.until_at)))
  or not exists (select 1 from twin_count c where c.report_id = twin_share.report_id
       and c.version = twin_share.version and c.nationality = any(${ACTOR.firewall}) and c.high > 0))`;

const VERSION_KEY = `
  report_id uuid not null,
  version int not null,
  foreign key (report_id, version) references arrival_report_version on delete cascade`;

const WORKABLE = `exists (select 1 from arrival_report r where r.id = report_id and ${OWN_REPORT})`;

/** Protected twins, and who sees which version in which detail: the second wall. */
export class SightOfVersions1795500000006 extends ForwardMigration {
  readonly name = 'SightOfVersions1795500000006';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      `create table twin_count (
         ${VERSION_KEY},
         nationality text not null,
         low int not null,
         middle int not null,
         high int not null,
         primary key (report_id, version, nationality) include (low, middle, high)
       )`,
      // The exact value that a protected count was made from, kept for the owner's next revision alone.
      `create table twin_base (
         ${VERSION_KEY},
         nationality text not null,
         base int not null,
         primary key (report_id, version, nationality)
       )`,
      `create table twin_share (
         ${VERSION_KEY},
         share_table text not null,
         key text not null,
         low smallint not null,
         high smallint not null,
         primary key (report_id, version, share_table, key)
       )`,
      ...['twin_count', 'twin_base', 'twin_share'].flatMap((table) => [
        ...forceRowSecurity(table, 'read'),
        // Twins are made once and never changed.
        `create policy workable_insert on ${table} for insert to enlace_app with check (${WORKABLE})`,
        `grant select, insert on ${table} to enlace_app`,
      ]),
      `create policy visible on arrival_report_version for select to enlace_app using (
         exists (select 1 from arrival_report r cross join lateral
             (select arrival_report_version.state, arrival_report_version.report_id, arrival_report_version.cleared_at) v
           where r.id = arrival_report_version.report_id
             and (${OWN_VERSION} or v.state = 'retracted' and ${sees('r.audience_id', 'any')} or ${readable('any')})))`,
      `create policy own on version_author for select to enlace_app using (${WORKABLE})`,
      `create policy exact on arrival_count for select to enlace_app using (${versionOf('arrival_count', 'exact')})`,
      `create policy exact on arrival_cell for select to enlace_app
         using (${versionOf('arrival_cell', 'exact')} and ${behindFirewall('arrival_cell')})`,
      `create policy exact on arrival_indicator for select to enlace_app
         using (${versionOf('arrival_indicator', 'exact')} and ${behindFirewall('arrival_indicator')})`,
      `create policy protected on twin_count for select to enlace_app using (${versionOf('twin_count', 'any')})`,
      `create policy protected on twin_share for select to enlace_app
         using (${versionOf('twin_share', 'any')} and ${SHARES_BEHIND_FIREWALL})`,
      `create policy own on twin_base for select to enlace_app using (${WORKABLE})`,
    ]);
  }
}
