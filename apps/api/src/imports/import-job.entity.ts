import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An import of a file, and how far it is. */
@Entity('import_job')
@Index(['organizationId', 'createdAt'])
export class ImportJobEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  fileName!: string;

  @Column('jsonb', { nullable: true })
  settings!: object | null;

  @Column('text', { default: 'waiting' })
  state!: string;

  @Column('int', { default: 0 })
  rows!: number;

  @Column('int', { default: 0 })
  rowsDone!: number;

  @Column('int', { default: 0 })
  reports!: number;

  @Column('jsonb', { default: [] })
  faults!: unknown;

  @Column('int', { default: 0 })
  faultCount!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  heartbeatAt!: Date;

  @Column('timestamptz', { nullable: true })
  cancelRequestedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('text', { default: 'arrivals' })
  kind!: string;

  @Column('jsonb', { nullable: true })
  made!: object | null;
}
