import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An exact count by nationality, sex and age. */
@Entity('arrival_cell')
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
export class ArrivalCellEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  nationality!: string;

  @PrimaryColumn('text')
  sex!: string;

  @PrimaryColumn('text')
  ageBand!: string;

  @Column('int')
  value!: number;
}
