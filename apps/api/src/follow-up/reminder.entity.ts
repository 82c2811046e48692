import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A reminder that goes to somebody. */
@Entity('reminder')
@Unique(['dueDateId', 'step', 'personId'])
@Index('reminder_requested', ['dueDateId', 'requestedOn', 'personId'], {
  unique: true,
  where: 'step IS NULL',
})
export class ReminderEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('DueDateEntity', { onDelete: 'CASCADE' })
  dueDateId!: string;

  /** `null`: asked for by the secretariat, on `requestedOn`. */
  @Column('smallint', { nullable: true })
  step!: number | null;

  @Column('date', { nullable: true })
  requestedOn!: string | null;

  @Column('uuid')
  @ForeignKey('PersonEntity')
  @Index('reminder_queued', { where: "state = 'queued'::text" })
  personId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  role!: string;

  @Column('text')
  state!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('MailEntity')
  @Index()
  mailId!: string | null;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
