import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A rating of a commitment by an organization. */
@Entity('rating')
@Index('rating_open', ['commitmentId', 'organizationId'], {
  unique: true,
  where: "state = ANY (ARRAY['draft'::text, 'right-of-reply'::text])",
})
@Index('rating_published', ['commitmentId', 'organizationId'], {
  unique: true,
  where: "state = 'published'::text",
})
export class RatingEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('CommitmentEntity', { onDelete: 'CASCADE' })
  commitmentId!: string;

  @Column('uuid')
  @ForeignKey('OrganizationEntity')
  organizationId!: string;

  @Column('text')
  voice!: string;

  @Column('text')
  grade!: string;

  @Column('text')
  state!: string;

  @Column('text')
  language!: string;

  @Column('text')
  body!: string;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { default: () => 'enlace_now()' })
  createdAt!: Date;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('date', { nullable: true })
  @Index('rating_reply', { where: "state = 'right-of-reply'::text" })
  replyUntil!: string | null;

  @Column('text', { nullable: true })
  reply!: string | null;

  @Column('text', { nullable: true })
  replyLanguage!: string | null;

  @Column('timestamptz', { nullable: true })
  repliedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;
}
