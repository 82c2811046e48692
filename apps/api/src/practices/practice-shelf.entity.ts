import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A published practice as the library counts it; kept by triggers of the database. */
@Entity('practice_shelf')
export class PracticeShelfEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  practiceId!: string;

  @Column('int')
  version!: number;

  @Column('int')
  audienceId!: number;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  @Index('practice_shelf_organization')
  organizationId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { array: true })
  themes!: string[];

  @Column('smallint', { array: true })
  states!: number[];

  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { nullable: true })
  costBand!: string | null;

  @Column('boolean')
  hasEvidence!: boolean;

  @Column('boolean')
  adopted!: boolean;

  @Column('date')
  publishedOn!: string;
}
