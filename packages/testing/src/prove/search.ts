/**
 * `npm run prove -- search`: a committed set of queries in four languages - across languages, without
 * accents, with slips, plurals, other names, numbers of provisions - and the records that each must find
 * in the demo. Printed are the share found among the first ten of their kind and the mean reciprocal
 * rank, by language and by kind of query; every hit, whoever asks, opens for its reader.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '@enlace/domain';
import { libraryResponse, searchResponse } from '@enlace/contract';
import { DEMO_SEEDS, REFERENCE_SEEDS } from '@enlace/contract/seeds';
import { Client } from '../client/client.js';
import { ROOT } from '../paths.js';
import { startTestSystem, type TestSystem } from '../system.js';

const FIRST = 10;
/** Of what must be found, the least share that is found among the first ten, in each language. */
const LEAST = 0.95;
/** Who looks on beside the readers of the set: outside of most audiences. */
const ONLOOKERS = ['fp.ec', null];

const golden = z.strictObject({
  readers: z.record(z.enum(LANGUAGES), z.string()),
  queries: z.array(
    z.strictObject({
      language: z.enum(LANGUAGES),
      query: z.string(),
      kind: z.string(),
      practices: z.array(z.string()),
      provisions: z.array(z.string()),
    }),
  ),
});
type Query = z.infer<typeof golden>['queries'][number];

/** What one query came to: the place of each record that it must find, 0 for one that it does not. */
interface Outcome {
  readonly query: Query;
  readonly places: readonly { readonly name: string; readonly place: number }[];
}

const read = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(ROOT, ...path), 'utf8'));

/** Ids of the records by the names that the set gives them. */
async function readNames(): Promise<ReadonlyMap<string, string>> {
  const { practices } = DEMO_SEEDS.practices.parse(await read('seeds', 'demo', 'practices.json'));
  const { groups } = REFERENCE_SEEDS.recommendations.parse(
    await read('seeds', 'reference', 'recommendations.json'),
  );
  return new Map([
    ...practices.map(({ key, id }) => [key, id] as const),
    ...groups.flatMap(({ recommendations }) =>
      recommendations.map(({ code, id }) => [code, id] as const),
    ),
  ]);
}

interface Hits {
  readonly practices: readonly string[];
  readonly provisions: readonly string[];
  readonly commitments: readonly string[];
}

const idsOf = (hits: readonly { readonly id: string }[]): string[] => hits.map(({ id }) => id);

/** The library's first page, and the search of the top bar where it is asked too. */
async function find(client: Client, query: string, withTopBar: boolean): Promise<Hits> {
  const text = encodeURIComponent(query);
  const library = libraryResponse.parse(await client.get(`/api/v1/practices?q=${text}`));
  const practices = idsOf(library.practices);
  if (!withTopBar) return { practices, provisions: [], commitments: [] };
  const hits = searchResponse.parse(await client.get(`/api/v1/search?q=${text}`));
  return {
    practices: [...new Set([...practices, ...idsOf(hits.practices)])],
    provisions: idsOf(hits.provisions),
    commitments: idsOf(hits.commitments),
  };
}

/** Hits that their reader cannot open. */
class Opener {
  private readonly opened = new Map<string, boolean>();
  tried = 0;

  async shut(client: Client, { practices, provisions, commitments }: Hits): Promise<string[]> {
    const paths = [
      ...practices.map((id) => `/api/v1/practices/${id}`),
      ...provisions.map((id) => `/api/v1/provisions/${id}`),
      ...commitments.map((id) => `/api/v1/commitments/${id}`),
    ];
    const shut: string[] = [];
    for (const path of paths) {
      this.tried += 1;
      const key = `${client.account ?? 'nobody'} ${path}`;
      const known = this.opened.get(key) ?? (await client.call(path)).status === 200;
      this.opened.set(key, known);
      if (!known) shut.push(`${key} is found but does not open`);
    }
    return shut;
  }
}

function outcomeOf(query: Query, hits: Hits, names: ReadonlyMap<string, string>): Outcome {
  const place = (kind: 'practices' | 'provisions') => (name: string) => {
    const id = names.get(name);
    if (id === undefined) throw new Error(`The set names an unknown record: ${name}`);
    return { name, place: hits[kind].slice(0, FIRST).indexOf(id) + 1 };
  };
  return {
    query,
    places: [
      ...query.practices.map(place('practices')),
      ...query.provisions.map(place('provisions')),
    ],
  };
}

/** Share found and mean reciprocal rank of the first record found of each query. */
function measure(outcomes: readonly Outcome[]): { readonly share: number; readonly rank: number } {
  const places = outcomes.flatMap((outcome) => outcome.places);
  const ranks = outcomes.map((outcome) => {
    const found = outcome.places.filter(({ place }) => place > 0).map(({ place }) => place);
    return found.length === 0 ? 0 : 1 / Math.min(...found);
  });
  return {
    share: places.filter(({ place }) => place > 0).length / places.length,
    rank: ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length,
  };
}

function report(label: string, outcomes: readonly Outcome[]): number {
  const { share, rank } = measure(outcomes);
  console.log(
    `${label}: ${outcomes.length} queries, ${share.toFixed(3)} found in the first ten, mean reciprocal rank ${rank.toFixed(3)}`,
  );
  return share;
}

function reportAll(outcomes: readonly Outcome[]): boolean {
  const shares = LANGUAGES.map((language) =>
    report(
      language,
      outcomes.filter(({ query }) => query.language === language),
    ),
  );
  for (const kind of new Set(outcomes.map(({ query }) => query.kind))) {
    report(
      kind,
      outcomes.filter(({ query }) => query.kind === kind),
    );
  }
  for (const { query, places } of outcomes) {
    const missed = places.filter(({ place }) => place === 0).map(({ name }) => name);
    if (missed.length > 0) {
      console.log(`  ${query.language} "${query.query}" misses ${missed.join(', ')}`);
    }
  }
  return shares.every((share) => share >= LEAST);
}

async function prove(system: TestSystem): Promise<boolean> {
  const set = golden.parse(await read('packages', 'testing', 'golden', 'search.json'));
  const names = await readNames();
  const opener = new Opener();
  const faults: string[] = [];
  const outcomes: Outcome[] = [];
  const onlookers = ONLOOKERS.map((account) => new Client(system, account));
  const readers = new Map(
    LANGUAGES.map((language) => [language, new Client(system, set.readers[language])]),
  );
  for (const query of set.queries) {
    const reader = readers.get(query.language) ?? new Client(system, null);
    const hits = await find(reader, query.query, true);
    outcomes.push(outcomeOf(query, hits, names));
    faults.push(...(await opener.shut(reader, hits)));
    for (const onlooker of onlookers) {
      const seen = await find(onlooker, query.query, false);
      faults.push(...(await opener.shut(onlooker, seen)));
    }
  }
  const isFound = reportAll(outcomes);
  console.log(`${opener.tried} hits opened by their readers, ${faults.length} faults`);
  for (const fault of faults.slice(0, 25)) console.log(`  ${fault}`);
  return isFound && faults.length === 0 && set.queries.length >= 120 && opener.tried > 0;
}

const system = await startTestSystem('demo');
try {
  process.exitCode = (await prove(system)) ? 0 : 1;
} finally {
  await system.stop();
}
