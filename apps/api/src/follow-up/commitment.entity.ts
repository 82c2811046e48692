import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What an organization committed itself to. */
@Entity('commitment')
@Index('commitment_organization', ['organizationId', 'id'])
@Index('commitment_secretariat', ['secretariatId', 'id'])
@Index('commitment_reference', ['secretariatId', 'reference'], {
  unique: true,
  where: 'reference IS NOT NULL',
})
@Index('commitment_state', { synchronize: false })
export class CommitmentEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('smallint', { nullable: true })
  @ForeignKey('StateEntity')
  stateId!: number | null;

  @Column('uuid')
  @ForeignKey('ForumEntity')
  forumId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  secretariatId!: string;

  @Column('text')
  state!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('date', { nullable: true })
  deliveredOn!: string | null;

  @Column('text')
  classification!: string;

  @Column('int', { default: 0 })
  @ForeignKey('AudienceEntity')
  @Index('commitment_audience')
  audienceId!: number;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('text', { nullable: true })
  dropReason!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('CommitmentEntity')
  supersededBy!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;

  /** The next date owed; kept by the database from the due dates, as the two below. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  nextDueOn!: string | null;

  @Column({ type: 'date', nullable: true, insert: false, update: false })
  lastReportedOn!: string | null;

  @Column({ type: 'boolean', nullable: true, insert: false, update: false })
  lastReportedLate!: boolean | null;
}
