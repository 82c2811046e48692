import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What one person thinks of a version. */
@Entity('practice_review')
@Unique(['practiceId', 'version', 'personId'])
@Unique(['practiceId', 'version', 'organizationId'])
@Index('practice_review_person', ['personId', 'dueOn', 'id'])
@ForeignKey('PracticeVersionEntity', ['practiceId', 'version'], ['practiceId', 'version'], {
  onDelete: 'CASCADE',
})
export class PracticeReviewEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  practiceId!: string;

  @Column('int')
  version!: number;

  @Column('uuid')
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text', { default: 'assigned' })
  state!: string;

  @Column('jsonb', { default: {} })
  scores!: unknown;

  @Column('text', { nullable: true })
  proposal!: string | null;

  @Column('text')
  language!: string;

  @Column('text', { default: '' })
  comment!: string;

  @Column('boolean', { default: false })
  noConflict!: boolean;

  @Column('text', { nullable: true })
  declineReason!: string | null;

  @Column('text', { nullable: true })
  declineNote!: string | null;

  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  assignedAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('int', { default: 1 })
  revision!: number;
}
