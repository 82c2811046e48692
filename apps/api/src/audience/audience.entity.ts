import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A set of readers that records point at. */
@Entity('audience')
export class AudienceEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text', { unique: true })
  key!: string;
}
