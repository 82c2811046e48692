import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The forum that adopted an instrument. */
@Entity('instrument_forum')
export class InstrumentForumEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('InstrumentEntity', { onDelete: 'CASCADE' })
  instrumentId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('ForumEntity')
  @Index()
  forumId!: string;
}
