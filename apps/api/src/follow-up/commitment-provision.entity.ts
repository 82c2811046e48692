import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A provision that a commitment serves. */
@Entity('commitment_provision')
@Index(['provisionId', 'commitmentId'])
export class CommitmentProvisionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity')
  provisionId!: string;
}
