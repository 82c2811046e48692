import { Injectable } from '@nestjs/common';
import { DEFAULT_REMINDER_STEPS, reminderDay, rolesAt, stepsDue } from '@enlace/domain';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { jobActor, JobQueue, JobRegister, type JobActor } from '../jobs/index.js';

interface DueDateRow {
  readonly id: string;
  readonly dueOn: string;
  readonly since: string;
  readonly today: string;
  readonly steps: readonly number[];
  readonly gone: readonly number[];
}

const DUE_DATES = `select d.id, d.due_on::text as "dueOn",
    (d.created_at at time zone $2)::date::text as since, t.today::text as today,
    coalesce(u.steps, $3::smallint[]) as steps,
    array(select x.step from reminder_step x where x.due_date_id = d.id) as gone
  from due_date d join commitment c on c.id = d.commitment_id
  cross join (select (enlace_now() at time zone $2)::date as today) t
  left join reminder_rule u on u.forum_id = c.forum_id
  where c.organization_id = $1 and c.state in ('accepted', 'in-progress')
    and d.reported_on is null and d.waived_at is null and d.due_on between t.today - 400 and t.today + 100
    and not exists (select 1 from snooze z where z.due_date_id = d.id and z.until_on > t.today)`;

/** Makes the reminders of an organization's own due dates whose steps have come. */
@Injectable()
export class PlanReminders {
  constructor(
    register: JobRegister,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {
    register.handle('reminders.plan', ({ organizationId }) => this.execute(organizationId));
  }

  private async execute(organizationId: string): Promise<void> {
    const actor = await jobActor(this.database, organizationId);
    if (!actor) return;
    await this.database.write(actor, async (tx) => {
      const reminders = await this.plan(tx, actor);
      if (reminders === 0) return;
      // The clock looks again at once: the digests of those who were just reminded.
      await this.queue.enqueue(tx, 'reminders.clock', {}, 'again');
      await this.audit.append(tx, actor, {
        ...{ action: 'reminders.plan', record: 'organization', recordId: organizationId },
        after: { reminders },
      });
    });
  }

  private async plan(tx: Transaction, { organization }: JobActor): Promise<number> {
    const holidays = await holidaysOf(tx, organization.stateId);
    const dueDates = await tx.rows<DueDateRow>(DUE_DATES, [
      ...[organization.id, organization.timeZone, DEFAULT_REMINDER_STEPS],
    ]);
    let reminders = 0;
    for (const dueDate of dueDates) {
      const planned = plannedSteps(dueDate, holidays);
      if (planned.length === 0) continue;
      const { made } = await tx.one<{ made: number }>(
        'select plan_reminders($1, $2::jsonb) as made',
        [dueDate.id, JSON.stringify(planned)],
      );
      reminders += made;
    }
    return reminders;
  }
}

async function holidaysOf(tx: Transaction, stateId: number | null): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ day: string }>(
    'select on_date::text as day from holiday where state_id = $1 and struck_at is null',
    [stateId],
  );
  return new Set(rows.map(({ day }) => day));
}

/** Steps to settle now; those that had passed when the date was made reach nobody. */
function plannedSteps(
  { dueOn, since, today, steps, gone }: DueDateRow,
  holidays: ReadonlySet<string>,
): { step: number; roles: readonly string[] }[] {
  const open = steps.filter((step) => !gone.includes(step));
  const passed = open.filter((step) => reminderDay(dueOn, step, holidays) < since);
  return [
    ...passed.map((step) => ({ step, roles: [] })),
    ...stepsDue(dueOn, open, since, today, holidays).map((step) => ({
      ...{ step, roles: rolesAt(step) },
    })),
  ];
}
