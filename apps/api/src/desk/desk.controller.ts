import { Controller, Get } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { deskResponse, type DeskResponse } from '@enlace/contract';
import { acting, CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { DeskRepository } from './desk.repository.js';

/** The first page of somebody signed in. */
@ApiTags('desk')
@Controller('v1/desk')
export class DeskController {
  constructor(private readonly desk: DeskRepository) {}

  @Get()
  @RequirePermission('desk.read')
  @ApiResponse({ status: 200, standardSchema: deskResponse })
  read(@CurrentActor() actor: Actor): Promise<DeskResponse> {
    return this.desk.read(acting(actor));
  }
}
