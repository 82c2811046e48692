import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One reader of an audience, with its detail and time; kept by functions of the database.
 * The table has no primary key, which TypeORM wants of every entity: `synchronize: false` marks that
 * the key below is the entity's alone.
 */
@Entity('audience_reader', { synchronize: false })
@Unique(['audienceId', 'reader', 'detail', 'fromAt', 'untilAt', 'withheld'])
@Index('audience_reader_audience', { synchronize: false })
@Index('audience_reader_reader', { synchronize: false })
export class AudienceReaderEntity {
  @PrimaryColumn('int')
  @ForeignKey('AudienceEntity')
  audienceId!: number;

  @PrimaryColumn('int')
  @ForeignKey('ReaderTokenEntity', { onDelete: 'CASCADE' })
  reader!: number;

  @PrimaryColumn('smallint')
  detail!: number;

  @PrimaryColumn('timestamptz', { default: '-infinity' })
  fromAt!: Date;

  @PrimaryColumn('timestamptz', { default: 'infinity' })
  untilAt!: Date;

  @PrimaryColumn('smallint', { array: true, default: [] })
  withheld!: number[];
}
