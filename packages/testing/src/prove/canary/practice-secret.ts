import { withClient } from '@enlace/dev-postgres';
import { placePractice, type PlacedWords } from '../../client/practices.js';
import type { TestSystem } from '../../system.js';
import type { Secret } from './secret.js';

const SECRET = { mark: 'turquesatapir', people: 7919 };
const NEIGHBOUR = { mark: 'ambarguara', people: 6841 };

const wordsOf = ({ mark, people }: typeof SECRET): PlacedWords => ({
  say: (field) => `The ${mark}${field} of it`,
  people,
});

/** Fields that readers of a practice find on its page, and in its file. */
const SEEN = [
  ...['title', 'summary', 'problem', 'law', 'who', 'resources', 'first', 'secondbody'],
  ...['figure', 'finding', 'source', 'conditions', 'failure', 'filetitle', 'filename', 'row'],
];

/** A confidential practice for three organizations, which review it, and a public one beside it. */
export interface PracticeSecrets {
  readonly secret: Secret;
  readonly neighbour: Secret;
}

/** Posts both and has them reviewed and published. */
export async function placePracticeSecrets(system: TestSystem): Promise<PracticeSecrets> {
  const organizations = await withClient(system.urls.owner, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `select id from organization where alias in ('unhcr', 'univ-andes', 'pa-ombud')`,
    );
    return rows.map(({ id }) => id);
  });
  const place = async (
    classification: 'confidential' | 'public',
    named: readonly string[],
    given: typeof SECRET,
  ): Promise<Secret> => {
    const { id, etag, ...below } = await placePractice(system, wordsOf(given), {
      ...{ classification, forums: [], organizations: [...named], withheldFrom: [] },
    });
    const marks = [given.mark, String(given.people), id, ...Object.values(below)];
    return { etag, ids: { id, ...below }, marks };
  };
  return {
    secret: await place('confidential', organizations, SECRET),
    neighbour: await place('public', [], NEIGHBOUR),
  };
}

/** What a reader does not find of a practice that it may read: then the probes would find nothing. */
export async function missingOfPractice(
  read: (path: string) => Promise<string>,
  { ids }: Secret,
  which: 'secret' | 'neighbour',
): Promise<string[]> {
  const { mark } = which === 'secret' ? SECRET : NEIGHBOUR;
  const path = `/api/v1/practices/${ids['id'] ?? ''}`;
  const file = await read(`/api/v1/files/${ids['file'] ?? ''}`);
  const text = `${await read(path)} ${await read(`${path}/questions`)} ${file}`;
  const library = await read(`/api/v1/practices?q=${mark}title`);
  if (!library.includes(`${mark}summary`)) return ['the library does not find it by its title'];
  return [...SEEN, 'question', 'answer']
    .filter((word) => !text.includes(`${mark}${word}`))
    .map((word) => `${path} does not show ${mark}${word}`);
}
