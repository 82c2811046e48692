import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn } from 'typeorm';

/** A place where people cross a border; `number` keeps points apart in ranges. */
@Entity('crossing_point')
export class CrossingPointEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Generated('increment')
  @Column('int', { unique: true })
  number!: number;

  @Column('text', { unique: true })
  code!: string;

  @Column('smallint')
  @ForeignKey('StateEntity')
  @Index()
  stateId!: number;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('date')
  activeFrom!: string;

  @Column('date', { nullable: true })
  activeTo!: string | null;

  @Column('date', { nullable: true })
  firstEntryFrom!: string | null;

  @Column('date', { nullable: true })
  firstEntryTo!: string | null;
}
