import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The exact value that a protected count was made from. */
@Entity('twin_base')
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
export class TwinBaseEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  nationality!: string;

  @Column('int')
  base!: number;
}
