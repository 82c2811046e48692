import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A State or territory, with its names in every language. */
@Entity('state')
export class StateEntity {
  @PrimaryColumn('smallint')
  id!: number;

  @Column('text', { unique: true })
  code!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('double precision')
  longitude!: number;

  @Column('double precision')
  latitude!: number;

  @Column('smallint', { default: 15 })
  dueDay!: number;
}
