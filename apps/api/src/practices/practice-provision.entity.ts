import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A provision that a version helps with. */
@Entity('practice_provision')
@ForeignKey('PracticeVersionEntity', ['practiceId', 'version'], ['practiceId', 'version'], {
  onDelete: 'CASCADE',
})
export class PracticeProvisionEntity {
  @PrimaryColumn('uuid')
  practiceId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('uuid')
  @ForeignKey('ProvisionEntity')
  @Index()
  provisionId!: string;
}
