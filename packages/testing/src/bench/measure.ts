import { Client as Caller } from '../client/client.js';
import type { TestSystem } from '../system.js';
import type { Bare } from './bare.js';
import { load, middle, type Round, type Target } from './load.js';

/** One reading that the product and the bare server both answer. */
export interface Reading {
  readonly name: string;
  /** Ratio that is aimed at. */
  readonly goal: number;
  readonly account: string | null;
  readonly path: string;
  /** The fastest statement by hand that answers the same rows as `body`. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** What both must agree on, read out of each answer. */
  readonly essence: readonly [
    product: (answer: never) => unknown,
    bare: (answer: never) => unknown,
  ];
}

/** What came of a measurement; times in milliseconds. */
export interface Figure {
  readonly name: string;
  readonly goal: number;
  /** Product to bare server; the middle of the rounds. */
  readonly ratio: number;
  readonly product: Round;
  readonly bare: Round;
}

const ROUNDS = 3;

/** Throws where the two do not answer the same: nothing would be compared. */
async function agree(
  { name, essence: [ofProduct, ofBare] }: Reading,
  product: Target,
  bare: Target,
): Promise<void> {
  const read = async ({ url, headers }: Target): Promise<never> => {
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as never;
  };
  const said = JSON.stringify(ofProduct(await read(product)));
  const expected = JSON.stringify(ofBare(await read(bare)));
  if (said !== expected) {
    throw new Error(
      `${name}: the product says ${said.slice(0, 600)}, the bare server ${expected.slice(0, 600)}`,
    );
  }
}

const middleOf = (rounds: readonly Round[]): Round => ({
  requestsPerSecond: middle(rounds.map((round) => round.requestsPerSecond)),
  median: middle(rounds.map((round) => round.median)),
  slowest: Math.max(...rounds.map((round) => round.slowest)),
});

/** Loads both in turns, so that what else the machine does falls on both. */
export async function measure(
  system: TestSystem,
  bare: Bare,
  reading: Reading,
  seconds: number,
): Promise<Figure> {
  const caller = new Caller(system, reading.account);
  const url = `${system.origin}${reading.path}`;
  const ours = async (): Promise<Target> => ({ url, headers: await caller.authorization() });
  const theirs: Target = {
    url: await bare.serve({ ...reading, path: `/${reading.name}` }),
    headers: {},
  };
  await agree(reading, await ours(), theirs);
  const rounds: { product: Round; bare: Round }[] = [];
  await load(await ours(), 1);
  await load(theirs, 1);
  while (rounds.length < ROUNDS) {
    rounds.push({
      product: await load(await ours(), seconds),
      bare: await load(theirs, seconds),
    });
  }
  return {
    ...{ name: reading.name, goal: reading.goal },
    ratio: middle(
      rounds.map(({ product, bare: other }) => product.requestsPerSecond / other.requestsPerSecond),
    ),
    product: middleOf(rounds.map(({ product }) => product)),
    bare: middleOf(rounds.map((round) => round.bare)),
  };
}
