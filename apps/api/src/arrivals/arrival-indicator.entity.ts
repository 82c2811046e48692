import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/**
 * An indicator of a version, of one nationality or of all.
 * The table has no primary key, which TypeORM wants of every entity: `synchronize: false` marks that
 * the key below is the entity's alone.
 */
@Entity('arrival_indicator', { synchronize: false })
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
@Unique(['reportId', 'version', 'indicator', 'nationality'])
export class ArrivalIndicatorEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  indicator!: string;

  @Column('text', { nullable: true })
  nationality!: string | null;

  @Column('int')
  value!: number;
}
