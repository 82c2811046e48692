import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A creating request that was answered once. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @PrimaryColumn('text')
  method!: string;

  @PrimaryColumn('text')
  path!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  bodyHash!: string;

  @Column('uuid', { nullable: true })
  recordId!: string | null;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;
}
