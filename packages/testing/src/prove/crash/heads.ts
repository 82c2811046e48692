import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@enlace/dev-postgres';
import type { TestSystem } from '../../system.js';

/** The last entry of a chain at some moment. */
interface Head {
  readonly organizationId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** Heads of the audit chains as somebody outside saw them: what was there must be there for ever. */
export class Heads {
  private readonly seen = new Map<string, Head>();

  constructor(private readonly system: TestSystem) {}

  get count(): number {
    return this.seen.size;
  }

  /** Keeps the heads as they stand, and returns them. */
  async note(): Promise<readonly Head[]> {
    const { rows } = await withClient(this.system.urls.auditor, (database) =>
      database.query<Head>(
        'select organization_id as "organizationId", sequence::int as sequence, hash from audit_head',
      ),
    );
    for (const head of rows) this.seen.set(head.hash, head);
    return rows;
  }

  /** What `enlace audit verify` says of the chains, given every head that was kept. */
  async verify(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'enlace-heads-'));
    try {
      const file = join(folder, 'heads.json');
      await writeFile(file, JSON.stringify([...this.seen.values()]));
      return await this.system
        .enlace('audit', 'verify', '--head', file)
        .catch((error: unknown) => String(error));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}
