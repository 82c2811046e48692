import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A version of a progress report as it was sent. */
@Entity('progress_report_version')
export class ProgressReportVersionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ProgressReportEntity', { onDelete: 'CASCADE' })
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  language!: string;

  @Column('text')
  body!: string;

  @Column('smallint', { nullable: true })
  percent!: number | null;

  @Column('jsonb')
  indicatorValues!: unknown;

  @Column('uuid', { array: true })
  evidence!: string[];

  @Column('timestamptz', { default: () => 'enlace_now()' })
  submittedAt!: Date;

  @Column('uuid')
  submittedBy!: string;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
