import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What an organization is told about a report. */
@Entity('notice')
@Index(['organizationId', 'createdAt', 'id'])
export class NoticeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('uuid')
  @ForeignKey('ArrivalReportEntity', { onDelete: 'CASCADE' })
  reportId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;
}
