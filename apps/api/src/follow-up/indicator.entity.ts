import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a commitment is measured by. */
@Entity('indicator')
export class IndicatorEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  @Index()
  commitmentId!: string;

  @Column('text')
  definition!: string;

  @Column('text')
  unit!: string;

  @Column('numeric')
  baseline!: string;

  @Column('numeric')
  target!: string;

  @Column('text')
  source!: string;

  @Column('text')
  direction!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;
}
