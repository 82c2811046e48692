import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

/** Makes the opaque versions of records that `ETag` and `If-Match` carry. */
@Injectable()
export class RecordVersions {
  private readonly key: Buffer;

  constructor(@Inject(Config) { audit }: Pick<Config, 'audit'>) {
    // A key of its own out of the secret that every installation has.
    const derived = hkdfSync('sha256', audit.ENLACE_AUDIT_KEY, '', 'enlace record versions', 32);
    this.key = Buffer.from(derived);
  }

  /** Keyed, since whoever knows an id could try small revisions and learn how often it changed. */
  of(id: string, revision: number): string {
    const sealed = createHmac('sha256', this.key).update(`${id}/${revision}`);
    return sealed.digest('base64url').slice(0, 22);
  }
}
