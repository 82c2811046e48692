import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an entry tells; apart, so that it can be erased without breaking the chain. */
@Entity('audit_body')
@ForeignKey('AuditEntryEntity', ['organizationId', 'sequence'], ['organizationId', 'sequence'])
export class AuditBodyEntity {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('bigint')
  sequence!: string;

  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  after!: unknown;
}
