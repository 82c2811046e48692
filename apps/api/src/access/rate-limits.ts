import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Problem } from '../problems/index.js';
import { networkOf } from './network-of.js';
import { RequestWindow, type Settle } from './request-window.js';

/** Requests a minute for each account and each address, of all instances together. */
@Injectable()
export class RateLimits {
  private readonly accounts: RequestWindow;
  private readonly addresses: RequestWindow;

  constructor({ server }: Config, database: Database) {
    const settle: Settle = async (caller, minute, amount) => {
      const [row] = await database.query<{ requests: number }>(
        'select count_requests($1, $2, $3) as requests',
        [caller, minute, amount],
      );
      return row?.requests ?? amount;
    };
    const limit = server.ENLACE_RATE_LIMIT;
    this.accounts = new RequestWindow(limit, settle);
    this.addresses = new RequestWindow(limit * 2, settle);
  }

  /** Counts one request of an account; 429 beyond the limit. */
  spendAccount(personId: string): void {
    refuseFor(this.accounts.spend(`account ${personId}`));
  }

  /** Counts one request from an address; 429 beyond the limit. */
  spendAddress(address: string): void {
    refuseFor(this.addresses.spend(`address ${networkOf(address)}`));
  }
}

function refuseFor(seconds: number): void {
  if (seconds === 0) return;
  throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } });
}
