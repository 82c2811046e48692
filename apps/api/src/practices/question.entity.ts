import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A question on a practice, and its answer. */
@Entity('question')
@Index('question_practice', { synchronize: false })
export class QuestionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  practiceId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  language!: string;

  @Column('text')
  body!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  askedAt!: Date;

  @Column('uuid')
  askedBy!: string;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { nullable: true })
  answerLanguage!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('int', { default: 1 })
  revision!: number;
}
