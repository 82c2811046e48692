import { Controller, Get } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import * as z from 'zod';
import { OpenRoute } from '../access/index.js';
import { Database, MIGRATIONS } from '../database/index.js';
import { Problem } from '../problems/index.js';

const live = z.object({ status: z.literal('live') });
const ready = z.object({ status: z.literal('ready') });

/** Whether the process lives, and whether it can serve. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @OpenRoute('The supervisor asks without an account')
  @ApiResponse({ status: 200, standardSchema: live })
  live(): z.infer<typeof live> {
    return { status: 'live' };
  }

  /** Ready: the database answers and has every migration of this build. */
  @Get('ready')
  @OpenRoute('The supervisor asks without an account')
  @ApiResponse({ status: 200, standardSchema: ready })
  async ready(): Promise<z.infer<typeof ready>> {
    const rows = await this.database.query<{ done: boolean }>(
      `select to_regclass('public.idempotency_key') is not null as done`,
    );
    if (MIGRATIONS.length === 0 || rows[0]?.done !== true) throw new Problem('service-unavailable');
    return { status: 'ready' };
  }
}
