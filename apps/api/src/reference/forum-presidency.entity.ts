import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which State presides over a forum, and when. */
@Entity('forum_presidency')
export class ForumPresidencyEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ForumEntity')
  forumId!: string;

  @Column('smallint')
  @ForeignKey('StateEntity')
  stateId!: number;

  @PrimaryColumn('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;
}
