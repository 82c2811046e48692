import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** A text that recommends or binds, such as a declaration. */
@Entity('instrument')
export class InstrumentEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { unique: true })
  symbol!: string;

  @Column('jsonb')
  titles!: Record<string, string>;

  @Column('date', { nullable: true })
  adoptedOn!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { array: true })
  languages!: string[];

  @Column('text')
  state!: string;
}
