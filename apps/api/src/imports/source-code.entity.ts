import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organization has mapped a code of its sources to. */
@Entity('source_code')
export class SourceCodeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @PrimaryColumn('text')
  codeColumn!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  value!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  mappedAt!: Date;
}
