import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A report of progress on a commitment. */
@Entity('progress_report')
export class ProgressReportEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  @Index()
  commitmentId!: string;

  @Column('uuid', { unique: true })
  @ForeignKey('DueDateEntity')
  dueDateId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  state!: string;

  @Column('text')
  language!: string;

  @Column('text', { default: '' })
  body!: string;

  @Column('smallint', { nullable: true })
  percent!: number | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('text', { nullable: true })
  returnReason!: string | null;
}
