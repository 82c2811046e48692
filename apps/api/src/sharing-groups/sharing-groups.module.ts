import { Module } from '@nestjs/common';
import { ChangeMembers } from './change-members.js';
import { CreateGroup } from './create-group.js';
import { GroupsRepository } from './groups.repository.js';
import { SharingGroupsController } from './sharing-groups.controller.js';

@Module({
  controllers: [SharingGroupsController],
  providers: [GroupsRepository, CreateGroup, ChangeMembers],
})
export class SharingGroupsModule {}
