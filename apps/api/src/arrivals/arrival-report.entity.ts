import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A report of arrivals: its key, its owner and where it stands. */
@Entity('arrival_report')
@Index('arrival_report_audience', { synchronize: false })
@Index('arrival_report_list', { synchronize: false })
@Index('arrival_report_organization', { synchronize: false })
@Index('arrival_report_point', { synchronize: false })
@Index('arrival_report_state', { synchronize: false })
export class ArrivalReportEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  @Index('arrival_report_open', { where: 'open_version IS NOT NULL' })
  organizationId!: string;

  @Column('smallint')
  @ForeignKey('StateEntity')
  stateId!: number;

  @Column('uuid')
  @ForeignKey('CrossingPointEntity')
  crossingPointId!: string;

  @Column('int4range')
  pointSpan!: string;

  @Column('text')
  unit!: string;

  @Column('text')
  observation!: string;

  @Column('text')
  sourceKind!: string;

  @Column('daterange')
  period!: string;

  /** The period's first day, which the database keeps: lists are ordered by it. */
  @Column({ type: 'date', insert: false, update: false })
  startsOn!: string;

  @Column('text')
  periodLength!: string;

  @Column('text', { default: 'restricted' })
  classification!: string;

  @Column('int', { default: 0 })
  @ForeignKey('AudienceEntity')
  audienceId!: number;

  @Column('boolean')
  counted!: boolean;

  @Column('boolean')
  firstEntry!: boolean;

  @Column('int', { nullable: true })
  currentVersion!: number | null;

  @Column('int', { nullable: true })
  openVersion!: number | null;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  retractedAt!: Date | null;
}
