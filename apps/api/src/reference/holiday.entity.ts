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
}
