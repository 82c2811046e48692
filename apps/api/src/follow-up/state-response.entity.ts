import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One version of a State's answer to a provision; the highest counts, the earlier ones stay. */
@Entity('state_response')
export class StateResponseEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity', { onDelete: 'CASCADE' })
  provisionId!: string;

  @PrimaryColumn('smallint')
  @ForeignKey('StateEntity')
  stateId!: number;

  @PrimaryColumn('smallint')
  version!: number;

  @Column('text')
  position!: string;

  @Column('text')
  language!: string;

  @Column('text')
  body!: string;

  @Column('date')
  answeredOn!: string;

  /** The State's own translations of its answer. */
  @Column('jsonb', { default: [] })
  translations!: { language: string; body: string }[];
}
