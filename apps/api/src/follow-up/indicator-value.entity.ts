import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A value of an indicator at a time. */
@Entity('indicator_value')
export class IndicatorValueEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('IndicatorEntity', { onDelete: 'CASCADE' })
  indicatorId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('ProgressReportEntity', { onDelete: 'CASCADE' })
  @Index()
  reportId!: string;

  @Column('numeric')
  value!: string;
}
