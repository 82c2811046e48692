import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Who belongs to a forum, in which role and when. */
@Entity('forum_member')
@Unique(['forumId', 'stateId', 'organizationId', 'role', 'validFrom'])
export class ForumMemberEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('ForumEntity')
  forumId!: string;

  @Column('smallint', { nullable: true })
  @ForeignKey('StateEntity')
  stateId!: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrganizationEntity')
  organizationId!: string | null;

  @Column('text')
  role!: string;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('date', { nullable: true })
  suspendedFrom!: string | null;

  @Column('date', { nullable: true })
  suspendedTo!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  source!: string | null;
}
