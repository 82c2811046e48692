import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A step of a commitment. */
@Entity('commitment_action')
export class CommitmentActionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  @Index()
  commitmentId!: string;

  @Column('text')
  title!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('date', { nullable: true })
  fromOn!: string | null;

  @Column('date', { nullable: true })
  toOn!: string | null;

  @Column('smallint')
  weight!: number;

  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  dropReason!: string | null;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;
}
