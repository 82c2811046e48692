import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who changed a value of a version, and so never clears it. */
@Entity('version_author')
@ForeignKey('ArrivalReportVersionEntity', ['reportId', 'version'], ['reportId', 'version'], {
  onDelete: 'CASCADE',
})
export class VersionAuthorEntity {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('int')
  version!: number;

  @PrimaryColumn('uuid')
  personId!: string;
}
