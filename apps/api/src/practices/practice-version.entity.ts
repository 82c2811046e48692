import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One version of a practice. */
@Entity('practice_version')
export class PracticeVersionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  practiceId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  state!: string;

  @Column('text', { array: true, default: [] })
  themes!: string[];

  @Column('smallint', { array: true, default: [] })
  states!: number[];

  @Column('date', { nullable: true })
  runningSince!: string | null;

  @Column('smallint', { nullable: true })
  people!: number | null;

  @Column('smallint', { nullable: true })
  setUpMonths!: number | null;

  @Column('text', { nullable: true })
  costBand!: string | null;

  @Column('text', { nullable: true })
  evidenceStrength!: string | null;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Index('practice_version_waiting', { where: "state = 'submitted'::text" })
  submittedAt!: Date | null;

  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('date', { nullable: true })
  decisionDueOn!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  returnReason!: string | null;
}
