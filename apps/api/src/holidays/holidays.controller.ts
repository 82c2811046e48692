import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  addHolidayRequest,
  changeHolidayRequest,
  day,
  holidayAnswer,
  holidaysQuery,
  holidaysResponse,
  type AddHolidayRequest,
  type ChangeHolidayRequest,
  type HolidayAnswer,
  type HolidaysQuery,
  type HolidaysResponse,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  Idempotent,
  IfMatch,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { AddHoliday } from './add-holiday.js';
import { ChangeHoliday } from './change-holiday.js';
import { HolidaysRepository } from './holidays.repository.js';

function answer(reply: FastifyReply, holiday: HolidayAnswer): HolidayAnswer {
  void reply.header('etag', `"${holiday.etag}"`);
  return holiday;
}

/** Public holidays of the own State, which working days and reminders follow. */
@ApiTags('holidays')
@Controller('v1/holidays')
export class HolidaysController {
  constructor(
    private readonly holidays: HolidaysRepository,
    private readonly addHoliday: AddHoliday,
    private readonly changeHoliday: ChangeHoliday,
  ) {}

  @Get()
  @RequirePermission('holidays.manage')
  @ApiResponse({ status: 200, standardSchema: holidaysResponse })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: holidaysQuery }) { year }: HolidaysQuery,
  ): Promise<HolidaysResponse> {
    return this.holidays.ofYear(acting(actor), year);
  }

  @Post()
  @RequirePermission('holidays.manage')
  @ApiResponse({ status: 201, standardSchema: holidayAnswer })
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addHolidayRequest }) input: AddHolidayRequest,
    @Idempotent() request: IdempotentRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HolidayAnswer> {
    return answer(reply, await this.addHoliday.execute(acting(actor), input, request));
  }

  @Put(':on')
  @RequirePermission('holidays.manage')
  @ApiResponse({ status: 200, standardSchema: holidayAnswer })
  async change(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('on', { schema: day }) on: string,
    @Body({ schema: changeHolidayRequest }) input: ChangeHolidayRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HolidayAnswer> {
    return answer(reply, await this.changeHoliday.execute(acting(actor), on, version, input));
  }
}
