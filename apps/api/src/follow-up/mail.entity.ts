import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A message to one person. */
@Entity('mail')
@Unique(['personId', 'day'])
@Index('mail_newest', { synchronize: false })
export class MailEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('PersonEntity')
  @Index('mail_queued', { unique: true, where: "state = 'queued'::text" })
  personId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('date')
  day!: string;

  @Column('text', { unique: true })
  messageId!: string;

  @Column('text')
  state!: string;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** Not before this; set ahead of each attempt. */
  @Column('timestamptz', { default: () => 'enlace_now()' })
  nextAt!: Date;
}
