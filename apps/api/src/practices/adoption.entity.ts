import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** That an organization took up a practice, and what came of it. */
@Entity('adoption')
@Unique(['practiceId', 'organizationId'])
@Index('adoption_organization', ['organizationId', 'id'])
export class AdoptionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('PracticeEntity', { onDelete: 'CASCADE' })
  practiceId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  declaredBy!: string;

  @Column('text')
  state!: string;

  @Column('text')
  use!: string;

  @Column('text')
  language!: string;

  @Column('text')
  adaptation!: string;

  @Column('date')
  @Index('adoption_result', { where: "state = 'confirmed'::text" })
  startedOn!: string;

  @Column('text')
  contact!: string;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('text', { nullable: true })
  why!: string | null;

  @Column('text', { nullable: true })
  whyLanguage!: string | null;

  @Column('date', { nullable: true })
  resultOn!: string | null;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;
}
