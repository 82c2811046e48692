import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A provision of an instrument. */
@Entity('provision')
@Unique(['instrumentId', 'number'])
export class ProvisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('InstrumentEntity', { onDelete: 'CASCADE' })
  instrumentId!: string;

  @Column('text')
  number!: string;

  @Column('smallint')
  position!: number;

  @Column('text', { nullable: true })
  @ForeignKey('RecommendationGroupEntity')
  groupCode!: string | null;

  @Column('jsonb')
  titles!: Record<string, string>;

  @Column('text', { array: true, default: [] })
  themes!: string[];

  @Column('text', { nullable: true })
  note!: string | null;

  /** Made by the database from the texts. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  document!: string;
}
