import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session at the identity provider that ended before its access token. */
@Entity('ended_session')
export class EndedSessionEntity {
  @PrimaryColumn('text')
  sessionId!: string;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  endedAt!: Date;
}
