import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** When somebody is reminded of what. */
@Entity('reminder_rule')
export class ReminderRuleEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ForumEntity')
  forumId!: string;

  @Column('smallint', { array: true })
  steps!: number[];
}
