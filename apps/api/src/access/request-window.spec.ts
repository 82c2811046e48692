import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network-of.js';
import { RequestWindow, type Settle } from './request-window.js';

/** The database of several instances, in small; counts how often it was written. */
class Ledger {
  writes = 0;
  away = false;
  private readonly sums = new Map<string, number>();

  readonly settle: Settle = (caller, minute, amount) => {
    if (this.away) return Promise.reject(new Error('The database is away.'));
    this.writes += 1;
    const sum = (this.sums.get(`${caller} ${minute}`) ?? 0) + amount;
    this.sums.set(`${caller} ${minute}`, sum);
    return Promise.resolve(sum);
  };
}

const START = 1_800_000_000_000;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How many of so many requests, one after the other, are let through. */
const passing = async (window: RequestWindow, requests: number, caller = 'a'): Promise<number> => {
  let passed = 0;
  for (let request = 0; request < requests; request += 1) {
    if (window.spend(caller) === 0) passed += 1;
    await settled();
  }
  return passed;
};

describe('RequestWindow', () => {
  it('lets exactly the limit through, says how long to wait, and begins anew each minute', async () => {
    let now = START + 45_500;
    const window = new RequestWindow(40, new Ledger().settle, () => now);
    expect(await passing(window, 60)).toBe(40);
    expect(window.spend('a')).toBe(15);
    expect(window.spend('b')).toBe(0);
    now = START + 60_000;
    expect(await passing(window, 60)).toBe(40);
  });

  it('writes nothing for less than a block, and one line a block after that', async () => {
    const ledger = new Ledger();
    const window = new RequestWindow(1200, ledger.settle, () => START);
    await passing(window, 59);
    expect(ledger.writes).toBe(0);
    await passing(window, 1000 - 59);
    expect(ledger.writes).toBe(16);
  });

  it('agrees with other instances to one block each', async () => {
    const ledger = new Ledger();
    const instances = [1, 2, 3].map(() => new RequestWindow(100, ledger.settle, () => START));
    let passed = 0;
    for (let round = 0; round < 100; round += 1)
      for (const instance of instances) passed += await passing(instance, 1);
    expect(passed).toBeGreaterThanOrEqual(100);
    expect(passed).toBeLessThanOrEqual(100 + 3 * 5);
  });

  it('counts for itself while the database is away, and tells it all afterwards', async () => {
    const ledger = new Ledger();
    const window = new RequestWindow(100, ledger.settle, () => START);
    ledger.away = true;
    expect(await passing(window, 50)).toBe(50);
    ledger.away = false;
    expect(await passing(window, 1)).toBe(1);
    expect(await ledger.settle('a', START / 60_000, 0)).toBe(51);
    expect(await passing(window, 100)).toBe(49);
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
