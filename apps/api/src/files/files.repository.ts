import { Injectable } from '@nestjs/common';
import type { Classification } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { logRead, ownCommitment, sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { SHOWN_BY_PRACTICE } from '../practices/index.js';
import { SEEN_EVIDENCE } from '../progress-reports/index.js';
import { FileStore } from './file-store.js';

/** A file as it is sent. */
export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

interface Found {
  readonly sha256: string;
  readonly kind: 'commitment' | 'practice';
  /** Of the commitment or practice. */
  readonly id: string;
  readonly organization: string;
  readonly classification: Classification;
  readonly isOwn: boolean;
  readonly name: string;
  readonly mediaType: string;
}

/** Its own organization's files, and those that a report or practice shows which the reader sees. */
const FILE = `select f.sha256, f.name, f.media_type as "mediaType",
    case when c.id is null then 'practice' else 'commitment' end as kind, coalesce(c.id, p.id) as id,
    coalesce(c.organization_id, p.organization_id) as organization,
    coalesce(c.classification, p.classification) as classification,
    case when c.id is null then p.organization_id = $1::uuid else ${ownCommitment('c')} end as "isOwn"
  from stored_file f
  left join commitment c on c.id = f.commitment_id
  left join practice p on p.id = f.practice_id
  where f.id = $5::uuid and (f.organization_id = $1::uuid or f.confirmed_at is not null
    and (f.id in (${SEEN_EVIDENCE}) or exists (${SHOWN_BY_PRACTICE('f.id')})))`;

/** Files as their readers may have them, asked anew at every download. */
@Injectable()
export class FilesRepository {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** 404 where no report or practice shows it that the reader sees. */
  async byId(actor: Actor, id: string): Promise<SentFile> {
    const found = await this.database.read(actor, (tx) =>
      tx.maybe<Found>(FILE, [...sightParameters(actor), id]),
    );
    if (!found) throw new Problem('not-found');
    const { sha256, name, mediaType, ...of } = found;
    await logRead(this.database, actor, of);
    return { name, mediaType, bytes: await this.store.open(sha256) };
  }
}
