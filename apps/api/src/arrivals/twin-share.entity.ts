import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A protected share of a table of the twin. */
@Entity('twin_share')
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
export class TwinShareEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  shareTable!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('smallint')
  low!: number;

  @Column('smallint')
  high!: number;
}
