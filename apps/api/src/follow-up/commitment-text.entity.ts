import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The text of a commitment in one language. */
@Entity('commitment_text')
@Index('commitment_text_document', { synchronize: false })
export class CommitmentTextEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  status!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  deliverable!: string | null;

  @Column('text', { nullable: true })
  verification!: string | null;

  /** Made by the database from the texts. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  document!: string;
}
