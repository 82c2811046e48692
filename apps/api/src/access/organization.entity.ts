import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An organization of the portal. */
@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  alias!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('text', { nullable: true })
  acronym!: string | null;

  @Column('smallint', { nullable: true })
  @ForeignKey('StateEntity')
  @Index()
  stateId!: number | null;

  @Column('text')
  timeZone!: string;
}
