import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A good practice, in versions. */
@Entity('practice')
@Index('practice_organization', ['organizationId', 'id'])
@Index('practice_library', { synchronize: false })
export class PracticeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text', { default: 'public' })
  classification!: string;

  @Column('uuid', { array: true, default: [] })
  forums!: string[];

  @Column('uuid', { array: true, default: [] })
  organizations!: string[];

  @Column('smallint', { array: true, default: [] })
  withheld!: number[];

  @Column('int', { default: 0 })
  @ForeignKey('AudienceEntity')
  @Index('practice_audience')
  audienceId!: number;

  @Column('int', { nullable: true })
  currentVersion!: number | null;

  @Column('int', { nullable: true })
  openVersion!: number | null;

  @Column('date', { nullable: true })
  publishedOn!: string | null;

  @Column('date', { nullable: true })
  confirmedOn!: string | null;

  @Column('text', { nullable: true })
  withdrawReason!: string | null;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;
}
