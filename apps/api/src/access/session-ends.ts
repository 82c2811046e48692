import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { TokenVerifier } from './token-verifier.js';

/** Remembers which sessions the identity provider ended, for as long as their tokens would live. */
@Injectable()
export class SessionEnds {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokenVerifier,
  ) {}

  /** Ends the session that a logout token names, at once and on every instance; 401 for any other token. */
  async end(logoutToken: string): Promise<void> {
    const sessionId = await this.tokens.endedSession(logoutToken);
    await this.database.query('select end_session($1)', [sessionId]);
  }
}
