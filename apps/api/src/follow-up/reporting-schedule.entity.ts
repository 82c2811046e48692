import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** When a commitment is reported on. */
@Entity('reporting_schedule')
export class ReportingScheduleEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @Column('date', { nullable: true })
  firstOn!: string | null;

  @Column('smallint', { nullable: true })
  everyMonths!: number | null;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('date', { array: true, nullable: true })
  dates!: string[] | null;
}
