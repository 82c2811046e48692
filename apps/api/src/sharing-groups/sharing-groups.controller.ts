import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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
  IfMatch,
  RequirePermission,
  type Actor,
  type IdempotentRequest,
} from '../access/index.js';
import { ChangeMembers } from './change-members.js';
import { CreateGroup } from './create-group.js';
import { GroupsRepository, type VersionedGroup } from './groups.repository.js';

type Group = SharingGroupsResponse['groups'][number];

/** Answers with a group and its version in `ETag`. */
function answer(reply: FastifyReply, { group, etag }: VersionedGroup): Group {
  void reply.header('etag', `"${etag}"`);
  return group;
}

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

  @Get(':id')
  @RequirePermission('sharing-groups.read')
  @ApiResponse({ status: 200, standardSchema: sharingGroupAnswer })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: recordId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Group> {
    return answer(reply, await this.groups.get(acting(actor), id));
  }

  @Post()
  @RequirePermission('sharing-groups.manage')
  @ApiResponse({ status: 201, standardSchema: sharingGroupAnswer })
  async create(
    @CurrentActor() actor: Actor,
    @Idempotent() request: IdempotentRequest,
    @Body({ schema: createSharingGroupRequest }) input: CreateSharingGroupRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Group> {
    return answer(reply, await this.createGroup.execute(acting(actor), request, input));
  }

  @Put(':id/members')
  @RequirePermission('sharing-groups.manage')
  @ApiResponse({ status: 200, standardSchema: sharingGroupAnswer })
  async members(
    @CurrentActor() actor: Actor,
    @IfMatch() version: string,
    @Param('id', { schema: recordId }) id: string,
    @Body({ schema: sharingGroupMembersRequest }) input: SharingGroupMembersRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Group> {
    return answer(reply, await this.changeMembers.execute(acting(actor), id, version, input));
  }
}
