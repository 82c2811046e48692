import { Module } from '@nestjs/common';
import { AddHoliday } from './add-holiday.js';
import { ChangeHoliday } from './change-holiday.js';
import { HolidaysController } from './holidays.controller.js';
import { HolidaysRepository } from './holidays.repository.js';

/** Public holidays of a State, which its national coordinator keeps. */
@Module({
  controllers: [HolidaysController],
  providers: [HolidaysRepository, AddHoliday, ChangeHoliday],
})
export class HolidaysModule {}
