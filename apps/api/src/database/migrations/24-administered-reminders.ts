import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';
import { MAIL_ADMINISTRATION } from './mail-administration.js';
import { ACTOR, forceRowSecurity, runAll } from './statements.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Days off are a State's own: all read them, its coordinator adds and strikes out. */
const HOLIDAYS = [
  // Struck out is a working day again, and the library does not bring it back.
  'alter table holiday add column struck_at timestamptz, add column revision int not null default 1',
  ...forceRowSecurity('holiday', 'read'),
  'create policy readable on holiday for select to enlace_app using (true)',
  `create policy own_state_insert on holiday for insert to enlace_app with check (state_id = ${ACTOR.ownState})`,
  `create policy own_state_update on holiday for update to enlace_app
     using (state_id = ${ACTOR.ownState}) with check (state_id = ${ACTOR.ownState})`,
  'grant insert, update on holiday to enlace_app',
];

/** As before, but a struck-out holiday is a working day. */
const OWNER_DAY = `
  create or replace function owner_day(due uuid, out today date, out open boolean)
  language sql stable ${DEFINER}
  begin atomic
    select t.today, extract(isodow from t.today) < 6
        and not exists (select 1 from holiday h
          where h.state_id = t.state_id and h.on_date = t.today and h.struck_at is null)
        and not exists (select 1 from snooze z where z.due_date_id = due and z.until_on > t.today)
    from (select c.state_id, (enlace_now() at time zone o.time_zone)::date as today
      from due_date d join commitment c on c.id = d.commitment_id
      join organization o on o.id = c.organization_id where d.id = due) t;
  end`;

/** Whom the secretariat's own reminder of a date would reach, by organization and function. */
const REACH = `
  create function reminder_reach(due uuid, roles text[])
  returns table ("organizationId" uuid, role text, people int)
  language plpgsql stable ${DEFINER} as $$
  declare
    told uuid;
  begin
    select c.id into told from due_date d join commitment c on c.id = d.commitment_id
      where d.id = due and c.secretariat_id = ${ACTOR.organization};
    if not found then raise exception 'not the secretariat of the commitment' using errcode = '42501'; end if;
    return query select r.organization_id, r.role, count(*)::int from reminder_recipients(told, roles) r
      group by r.organization_id, r.role order by r.role, r.organization_id;
  end $$`;

/** What people do with reminders: mails given up on are tried again, States keep their days off. */
export class AdministeredReminders1795500000024 extends ForwardMigration {
  readonly name = 'AdministeredReminders1795500000024';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, [
      ...HOLIDAYS,
      'grant create on schema public to enlace_definer',
      'set local role enlace_definer',
      OWNER_DAY,
      ...MAIL_ADMINISTRATION.statements,
      REACH,
      ...[...MAIL_ADMINISTRATION.callable, 'reminder_reach(uuid, text[])'].flatMap((signature) => [
        `revoke all on function ${signature} from public`,
        `grant execute on function ${signature} to enlace_app, enlace_owner`,
      ]),
      'reset role',
      'revoke create on schema public from enlace_definer',
    ]);
  }
}
