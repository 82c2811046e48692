import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An entry of an audit chain. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @PrimaryColumn('bigint')
  sequence!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  action!: string;

  @Column('text')
  recordType!: string;

  @Column('text', { nullable: true })
  recordId!: string | null;

  @Column('text')
  requestId!: string;

  @Column('text')
  keyId!: string;

  @Column('text', { nullable: true })
  beforeHash!: string | null;

  @Column('text', { nullable: true })
  afterHash!: string | null;

  @Column('text')
  previousHash!: string;

  @Column('text')
  hash!: string;
}
