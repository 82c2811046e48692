import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What shows that a progress report is true. */
@Entity('evidence')
export class EvidenceEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @Column('uuid')
  @ForeignKey('ProgressReportEntity', { onDelete: 'CASCADE' })
  @Index()
  reportId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('StoredFileEntity')
  fileId!: string | null;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;
}
