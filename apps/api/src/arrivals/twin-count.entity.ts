import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A protected count: the range that readers of the twin see. */
@Entity('twin_count')
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
export class TwinCountEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  nationality!: string;

  @Column('int')
  low!: number;

  @Column('int')
  middle!: number;

  @Column('int')
  high!: number;
}
