import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A day on which a commitment owes something. */
@Entity('due_date')
@Unique(['commitmentId', 'dueOn'])
@Index('due_date_day', ['dueOn', 'commitmentId'], { where: 'waived_at IS NULL' })
export class DueDateEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @Column('date')
  dueOn!: string;

  @Column('boolean', { default: false })
  final!: boolean;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('date', { nullable: true })
  reportedOn!: string | null;

  @Column('timestamptz', { nullable: true })
  waivedAt!: Date | null;

  @Column('text', { nullable: true })
  waiveReason!: string | null;
}
