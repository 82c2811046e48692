import { Controller, Get } from '@nestjs/common';
import { OpenRoute } from '../access/index.js';
import { Database, MIGRATIONS } from '../database/index.js';
import { Problem } from '../problems/index.js';

/** Whether the process lives, and whether it can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @OpenRoute('The supervisor asks without an account')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Ready: the database answers and has every migration of this build. */
  @Get('ready')
  @OpenRoute('The supervisor asks without an account')
  async ready(): Promise<{ status: 'ready' }> {
    const rows = await this.database.query<{ done: boolean }>(
      `select to_regclass('public.idempotency_key') is not null as done`,
    );
    if (MIGRATIONS.length === 0 || rows[0]?.done !== true) throw new Problem('service-unavailable');
    return { status: 'ready' };
  }
}
