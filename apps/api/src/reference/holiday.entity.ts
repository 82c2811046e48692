import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A day on which nobody works. */
@Entity('holiday')
export class HolidayEntity {
  @PrimaryColumn('smallint')
  @ForeignKey('StateEntity')
  stateId!: number;

  @PrimaryColumn('date')
  onDate!: string;

  @Column('text')
  name!: string;

  /** Struck out by the State's coordinator: a working day all the same. */
  @Column('timestamptz', { nullable: true })
  struckAt!: Date | null;

  @Column('int', { default: 1 })
  revision!: number;
}
