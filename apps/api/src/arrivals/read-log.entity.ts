import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who read or exported a record of whom. */
@Entity('read_log')
@Index(['organizationId', 'recordId', 'at', 'id'])
export class ReadLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('uuid')
  recordId!: string;

  /** `arrival-report`, `commitment` or `practice`. */
  @Column('text')
  recordKind!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrganizationEntity')
  readerOrganizationId!: string | null;

  @Column('text')
  what!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  at!: Date;
}
