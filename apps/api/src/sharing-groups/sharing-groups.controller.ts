import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  createSharingGroupRequest,
  recordId,
  sharingGroupAnswer,
  sharingGroupMembersRequest,
  sharingGroupsResponse,
  type CreateSharingGroupRequest,
  type SharingGroupMembersRequest,
  type SharingGroupsResponse,
} from '@enlace/contract';
import {
  acting,
  CurrentActor,
  Idempotent,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { ChangeMembers } from './change-members.js';
import { CreateGroup } from './create-group.js';
import { GroupsRepository } from './groups.repository.js';

type Group = SharingGroupsResponse['groups'][number];

/** Sharing groups of the acting organization. */
@ApiTags('sharing-groups')
@Controller('v1/sharing-groups')
export class SharingGroupsController {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly createGroup: CreateGroup,
    private readonly changeMembers: ChangeMembers,
  ) {}

  @Get()
  @RequirePermission('sharing-groups.read')
  @ApiResponse({ status: 200, standardSchema: sharingGroupsResponse })
  list(@CurrentActor() actor: Actor): Promise<SharingGroupsResponse> {
    return this.groups.list(acting(actor));
  }

  @Post()
  @RequirePermission('sharing-groups.manage')
  @ApiResponse({ status: 201, standardSchema: sharingGroupAnswer })
  create(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Body({ schema: createSharingGroupRequest }) input: CreateSharingGroupRequest,
  ): Promise<Group> {
    return this.createGroup.execute(acting(actor), request, input);
  }

  @Put(':id/members')
  @RequirePermission('sharing-groups.manage')
  @ApiResponse({ status: 200, standardSchema: sharingGroupAnswer })
  members(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: sharingGroupMembersRequest }) input: SharingGroupMembersRequest,
  ): Promise<Group> {
    return this.changeMembers.execute(acting(actor), id, input);
  }
}
