import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who was admitted; the identity provider knows the rest. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  username!: string;

  @Column('text')
  language!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  timeZone!: string | null;
}
