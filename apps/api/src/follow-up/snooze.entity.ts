import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That somebody put off a reminder. */
@Entity('snooze')
export class SnoozeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('DueDateEntity', { onDelete: 'CASCADE' })
  @Index()
  dueDateId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('date')
  untilOn!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;
}
