import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/index.js';
import { Problem } from '../problems/index.js';

/**
 * Requests a minute for each account and each address. The counts are kept in the process: they protect
 * it from one caller that runs wild, so every instance may count for itself.
 */
@Injectable()
export class RateLimits {
  private readonly accounts: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;

  constructor({ server }: Config) {
    const points = server.ENLACE_RATE_LIMIT;
    this.accounts = new RateLimiterMemory({ points, duration: 60 });
    this.addresses = new RateLimiterMemory({ points: points * 2, duration: 60 });
  }

  /** Counts one request of an account; 429 beyond the limit. */
  spendAccount(personId: string): Promise<void> {
    return spend(this.accounts, personId);
  }

  /** Counts one request from an address; 429 beyond the limit. */
  spendAddress(address: string): Promise<void> {
    return spend(this.addresses, address);
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } });
  }
}
