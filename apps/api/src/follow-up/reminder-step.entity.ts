import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A step of a due date that is settled: gone out, or passed before the date was made. */
@Entity('reminder_step')
export class ReminderStepEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('DueDateEntity', { onDelete: 'CASCADE' })
  dueDateId!: string;

  @PrimaryColumn('smallint')
  step!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  plannedAt!: Date;
}
