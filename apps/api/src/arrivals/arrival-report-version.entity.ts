import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One version of an arrival report: its header and its state. */
@Entity('arrival_report_version')
export class ArrivalReportVersionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ArrivalReportEntity', { onDelete: 'CASCADE' })
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  state!: string;

  @Column('text', { default: 'not-recorded' })
  direction!: string;

  @Column('text', { default: 'full' })
  coverage!: string;

  @Column('smallint', { nullable: true })
  coveragePercent!: number | null;

  @Column('int', { nullable: true })
  sampleSize!: number | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { nullable: true })
  confidence!: string | null;

  @Column('text', { default: 'provisional' })
  finality!: string;

  @Column('boolean', { default: false })
  nil!: boolean;

  @Column('int', { nullable: true })
  registerTotal!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { default: '1' })
  definitionVersion!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  clearedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;

  @Column('text', { nullable: true })
  returnReason!: string | null;

  @Column('text', { nullable: true })
  reopenReason!: string | null;

  @Column('text', { nullable: true })
  retractReason!: string | null;

  @Column('jsonb', { default: [] })
  confirmations!: unknown;
}
