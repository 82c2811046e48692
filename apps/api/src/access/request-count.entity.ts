import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one account or address asked of all instances in one minute. */
@Entity('request_count')
@Index('request_count_minute', ['minute'])
export class RequestCountEntity {
  @PrimaryColumn('text')
  caller!: string;

  /** Minutes since 1970. */
  @PrimaryColumn('integer')
  minute!: number;

  @Column('integer')
  requests!: number;
}
