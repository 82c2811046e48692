import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file that a version shows as evidence. */
@Entity('practice_file')
@ForeignKey('PracticeVersionEntity', ['practiceId', 'version'], ['practiceId', 'version'], {
  onDelete: 'CASCADE',
})
@ForeignKey('StoredFileEntity', ['fileId', 'practiceId'], ['id', 'practiceId'])
export class PracticeFileEntity {
  @PrimaryColumn('uuid')
  practiceId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('uuid')
  @Index()
  fileId!: string;

  @Column('smallint')
  position!: number;

  @Column('text')
  title!: string;
}
