import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One meaning of the thesaurus. */
@Entity('thesaurus_concept')
export class ThesaurusConceptEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text', { nullable: true })
  theme!: string | null;
}
