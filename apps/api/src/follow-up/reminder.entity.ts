import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A reminder that goes to somebody. */
@Entity('reminder')
@Unique(['dueDateId', 'step', 'personId'])
export class ReminderEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('DueDateEntity', { onDelete: 'CASCADE' })
  dueDateId!: string;

  @Column('smallint')
  step!: number;

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
