import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Something of the exchange that a person is told of, once. */
@Entity('practice_reminder')
@Unique(['kind', 'recordId', 'step', 'personId'])
export class PracticeReminderEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  practiceId!: string;

  @Column('text')
  kind!: string;

  /** The review, question, adoption or practice that it is about. */
  @Column('uuid')
  recordId!: string;

  /** Days from a date, or the version that was decided on. */
  @Column('int')
  step!: number;

  @Column('uuid')
  @ForeignKey('PersonEntity')
  @Index('practice_reminder_queued', { where: "state = 'queued'::text" })
  personId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text', { default: 'queued' })
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
