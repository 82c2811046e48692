import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A seat of a State that a person holds for a time. */
@Entity('seat')
@Unique(['personId', 'organizationId', 'theme', 'validFrom'])
export class SeatEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('smallint')
  @ForeignKey('StateEntity')
  stateId!: number;

  @Column('text')
  theme!: string;

  @Column('text')
  rank!: string;

  @Column('uuid', { array: true, nullable: true })
  crossingPoints!: string[] | null;

  @Column('timestamptz')
  validFrom!: Date;

  @Column('timestamptz', { nullable: true })
  validTo!: Date | null;
}
