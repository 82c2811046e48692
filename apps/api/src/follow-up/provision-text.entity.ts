import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The text of a provision in one language. */
@Entity('provision_text')
export class ProvisionTextEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity', { onDelete: 'CASCADE' })
  provisionId!: string;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  status!: string;

  @Column('text')
  body!: string;

  /** Made by the database from the texts. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  document!: string;
}
