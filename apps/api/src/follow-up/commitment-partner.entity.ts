import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An organization that shares a commitment. */
@Entity('commitment_partner')
export class CommitmentPartnerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  part!: string;
}
