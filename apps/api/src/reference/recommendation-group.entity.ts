import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A heading of the recommendations. */
@Entity('recommendation_group')
export class RecommendationGroupEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  titles!: Record<string, string>;
}
