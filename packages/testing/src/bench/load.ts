import autocannon from 'autocannon';

/** Requests of one reader to one server. */
export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a server did in one round. */
export interface Round {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly slowest: number;
}

const CONNECTIONS = 16;

/** A round in which nothing came is repeated with more time, up to this many seconds. */
const LONGEST = 120;

/** Sends requests over 16 connections for so many seconds; throws where one is not answered with 200. */
export async function load({ url, headers }: Target, seconds: number): Promise<Round> {
  const { latency, requests, duration, non2xx, errors } = await autocannon({
    ...{ url, headers: { ...headers }, connections: CONNECTIONS, duration: seconds },
    // Large figures on a busy machine take long, but come.
    timeout: LONGEST,
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} not answered`);
  if (requests.total < CONNECTIONS) {
    if (seconds >= LONGEST) throw new Error(`${url}: too few answers in ${seconds} s`);
    return load({ url, headers }, seconds * 4);
  }
  return {
    requestsPerSecond: requests.total / duration,
    median: latency.p50,
    slowest: latency.max,
  };
}

export const middle = (values: readonly number[]): number => {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 2)] ?? 0;
};
