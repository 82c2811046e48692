import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What happened to a commitment. */
@Entity('commitment_event')
@Index(['commitmentId', 'id'])
export class CommitmentEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  at!: Date;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('boolean')
  partiesOnly!: boolean;

  @Column('jsonb', { default: {} })
  facts!: unknown;
}
