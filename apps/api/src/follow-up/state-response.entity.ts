import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a State answered a provision. */
@Entity('state_response')
export class StateResponseEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity', { onDelete: 'CASCADE' })
  provisionId!: string;

  @PrimaryColumn('smallint')
  @ForeignKey('StateEntity')
  stateId!: number;

  @Column('text')
  position!: string;

  @Column('text')
  language!: string;

  @Column('text')
  body!: string;

  @Column('date')
  answeredOn!: string;
}
