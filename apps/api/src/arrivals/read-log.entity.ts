import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who read a report of whom. */
@Entity('read_log')
@Index(['organizationId', 'reportId', 'at', 'id'])
export class ReadLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('uuid')
  reportId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrganizationEntity')
  readerOrganizationId!: string | null;

  @Column('text')
  what!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  at!: Date;
}
