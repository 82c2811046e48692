import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The last entry of an organization's chain. */
@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('bigint')
  sequence!: string;

  @Column('text')
  hash!: string;
}
