import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How one provision bears on another. */
@Entity('provision_link')
export class ProvisionLinkEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity', { onDelete: 'CASCADE' })
  fromId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity', { onDelete: 'CASCADE' })
  @Index()
  toId!: string;

  @PrimaryColumn('text')
  kind!: string;
}
