import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An exact count by nationality. */
@Entity('arrival_count')
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
export class ArrivalCountEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  nationality!: string;

  @Column('int')
  value!: number;
}
