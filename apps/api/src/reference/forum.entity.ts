import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A regional forum. */
@Entity('forum')
export class ForumEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  alias!: string;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('jsonb')
  acronyms!: Record<string, string>;

  @Column('date', { nullable: true })
  foundedOn!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
