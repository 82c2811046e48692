import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A word or phrase for a meaning, in one language. */
@Entity('thesaurus_term')
@Index('thesaurus_term_key', ['language', 'key'])
@Index('thesaurus_term_letters', ['letters'])
@Index('thesaurus_term_plain', { synchronize: false })
export class ThesaurusTermEntity {
  @PrimaryColumn('text')
  @ForeignKey('ThesaurusConceptEntity', { onDelete: 'CASCADE' })
  conceptCode!: string;

  @PrimaryColumn('text')
  language!: string;

  @PrimaryColumn('text')
  term!: string;

  /** Its words as the language's stemmer leaves them; made by the database, as the three below. */
  @Column({ type: 'text', select: false, insert: false, update: false })
  key!: string;

  @Column({ type: 'text', select: false, insert: false, update: false })
  plain!: string;

  /** In order of the alphabet: the same for a term in which two letters changed places. */
  @Column({ type: 'text', select: false, insert: false, update: false })
  letters!: string;

  @Column({ type: 'tsquery', select: false, insert: false, update: false })
  query!: string;
}
