import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Whom an audience may name: everyone, a group, a State, one organization. */
@Entity('reader_token')
@Unique('reader_token_key', [
  'kind',
  'stateId',
  'organizationId',
  'forumId',
  'forumRole',
  'groupId',
  'groupEdition',
])
export class ReaderTokenEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  kind!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrganizationEntity')
  organizationId!: string | null;

  @Column('smallint', { nullable: true })
  @ForeignKey('StateEntity')
  stateId!: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('ForumEntity')
  forumId!: string | null;

  @Column('text', { nullable: true })
  forumRole!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('SharingGroupEntity', { onDelete: 'CASCADE' })
  groupId!: string | null;

  @Column('int', { nullable: true })
  groupEdition!: number | null;
}
