import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A file that was handed in, for a commitment or for a practice. */
@Entity('stored_file')
@Index(['sha256'])
@Unique(['id', 'practiceId'])
export class StoredFileEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  @Index()
  commitmentId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  @Index()
  practiceId!: string | null;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  size!: number;

  @Column('text')
  mediaType!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;
}
