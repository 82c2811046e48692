import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What happened to a practice. */
@Entity('practice_event')
@Index(['practiceId', 'id'])
export class PracticeEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  practiceId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  at!: Date;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('boolean')
  ownerOnly!: boolean;

  @Column('jsonb', { default: {} })
  facts!: unknown;
}
