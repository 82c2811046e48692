import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A member of a sharing group, from one edition on. */
@Entity('sharing_group_member')
export class SharingGroupMemberEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('SharingGroupEntity', { onDelete: 'CASCADE' })
  groupId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('OrganizationEntity')
  @Index()
  organizationId!: string;

  @PrimaryColumn('int')
  fromEdition!: number;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
