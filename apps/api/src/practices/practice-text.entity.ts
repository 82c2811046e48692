import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a version says, in one language. */
@Entity('practice_text')
@ForeignKey('PracticeVersionEntity', ['practiceId', 'version'], ['practiceId', 'version'], {
  onDelete: 'CASCADE',
})
@Index('practice_text_document', { synchronize: false })
@Index('practice_text_title', { synchronize: false })
export class PracticeTextEntity {
  @PrimaryColumn('uuid')
  practiceId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  status!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  summary!: string;

  @Column('text', { default: '' })
  problem!: string;

  @Column('text', { default: '' })
  legalBasis!: string;

  @Column('text', { default: '' })
  whoDoesWhat!: string;

  @Column('jsonb', { default: [] })
  steps!: unknown;

  @Column('text', { default: '' })
  resources!: string;

  @Column('jsonb', { default: [] })
  findings!: unknown;

  @Column('text', { default: '' })
  conditions!: string;

  @Column('text', { default: '' })
  didNotWork!: string;

  /** Made by the database from the texts. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  document!: string;
}
