import { Injectable } from '@nestjs/common';
import type { Classification } from '@enlace/domain';
import type { Actor } from '../access/index.js';
import { logRead, ownCommitment, sightParameters } from '../audience/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
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
  readonly commitment: string;
  readonly organization: string;
  readonly classification: Classification;
  readonly isOwn: boolean;
  readonly name: string;
  readonly mediaType: string;
}

/** Its own organization's files, and those that a report shows which the reader sees. */
const FILE = `select f.sha256, f.name, f.media_type as "mediaType", c.id as commitment,
    c.organization_id as organization, c.classification, ${ownCommitment('c')} as "isOwn"
  from stored_file f join commitment c on c.id = f.commitment_id
  where f.id = $5::uuid and (f.organization_id = $1::uuid
    or f.confirmed_at is not null and f.id in (${SEEN_EVIDENCE}))`;

/** Files as their readers may have them, asked anew at every download. */
@Injectable()
export class FilesRepository {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** 404 where no report shows it that the reader sees. */
  async byId(actor: Actor, id: string): Promise<SentFile> {
    const found = await this.database.read(actor, (tx) =>
      tx.maybe<Found>(FILE, [...sightParameters(actor), id]),
    );
    if (!found) throw new Problem('not-found');
    const { sha256, name, mediaType, commitment, ...of } = found;
    await logRead(this.database, actor, { ...of, kind: 'commitment', id: commitment });
    return { name, mediaType, bytes: await this.store.open(sha256) };
  }
}
