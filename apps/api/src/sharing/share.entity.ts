import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That a report is given to an audience; never changed, only revoked. */
@Entity('share')
@Index('share_own_state', ['reportId'], { unique: true, where: "kind = 'own-state'::text" })
export class ShareEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('ArrivalReportEntity', { onDelete: 'CASCADE' })
  @Index()
  reportId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  kind!: string;

  @Column('smallint', { array: true, default: [] })
  states!: number[];

  @Column('uuid', { array: true, default: [] })
  organizations!: string[];

  @Column('uuid', { nullable: true })
  @ForeignKey('SharingGroupEntity')
  groupId!: string | null;

  @Column('int', { nullable: true })
  groupEdition!: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('ForumEntity')
  forumId!: string | null;

  @Column('text', { array: true, default: [] })
  forumRoles!: string[];

  @Column('smallint')
  detail!: number;

  @Column('text')
  purpose!: string;

  @Column('text', { default: 'none' })
  onward!: string;

  @Column('timestamptz')
  opensAt!: Date;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  @Column('smallint', { array: true, default: [] })
  withheld!: number[];

  @Column('int', { array: true })
  readers!: number[];

  @Column('smallint', { array: true })
  readerDetails!: number[];

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy!: string | null;
}
