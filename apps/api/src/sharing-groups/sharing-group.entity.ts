import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A sharing group of an organization; its edition grows with every new member. */
@Entity('sharing_group')
@Unique(['ownerId', 'alias'])
export class SharingGroupEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  alias!: string;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  ownerId!: string;

  @Column('int', { default: 1 })
  edition!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;
}
