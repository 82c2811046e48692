const MINUTE = 60_000;
/** A limit is settled in so many blocks; instances disagree by one block each at most. */
const BLOCKS = 20;

/** Adds an amount to the caller's minute in the database; gives the sum of all instances. */
export type Settle = (caller: string, minute: number, amount: number) => Promise<number>;

/** What one caller asked in this minute: of this instance, settled of that, and of the others. */
interface Count {
  own: number;
  settled: number;
  others: number;
  settling: boolean;
}

/**
 * Counts the requests of each caller in the current minute. Counted is here, in the instance; each full
 * block goes to the database in the background, whose answer tells what the other instances counted.
 * Who asks for less than a block costs no write, and nobody waits for one. While the database is away
 * each instance counts for itself.
 */
export class RequestWindow {
  private minute = 0;
  private readonly counts = new Map<string, Count>();
  private readonly block: number;

  constructor(
    private readonly limit: number,
    private readonly settle: Settle,
    private readonly now: () => number = Date.now,
  ) {
    this.block = Math.max(1, Math.ceil(limit / BLOCKS));
  }

  /** Counts one request; gives the seconds to wait where it is one too many, else 0. */
  spend(caller: string): number {
    const now = this.now();
    this.begin(Math.floor(now / MINUTE));
    const count = this.countOf(caller);
    if (count.own + count.others >= this.limit) return Math.ceil((MINUTE - (now % MINUTE)) / 1000);
    count.own += 1;
    const isFull = count.own - count.settled >= this.block;
    if (isFull && !count.settling) void this.settleBlock(caller, count);
    return 0;
  }

  private begin(minute: number): void {
    if (minute === this.minute) return;
    this.minute = minute;
    this.counts.clear();
  }

  private countOf(caller: string): Count {
    const known = this.counts.get(caller);
    if (known) return known;
    const count = { own: 0, settled: 0, others: 0, settling: false };
    this.counts.set(caller, count);
    return count;
  }

  private async settleBlock(caller: string, count: Count): Promise<void> {
    const amount = count.own - count.settled;
    count.settling = true;
    try {
      const all = await this.settle(caller, this.minute, amount);
      count.settled += amount;
      count.others = Math.max(count.others, all - count.settled);
    } catch {
      // It goes along with the next block; that the database is away is told elsewhere.
    } finally {
      count.settling = false;
    }
  }
}
