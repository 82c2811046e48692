import {
  placeCommitment,
  type CommitmentWords,
  type PlacedCommitment,
} from '../../client/follow-up.js';
import type { TestSystem } from '../../system.js';
import type { Secret } from './secret.js';

/** Words of a commitment, each of which holds the mark. */
const wordsWith = (mark: string, target: number, value: number): CommitmentWords => ({
  title: `The ${mark}title at the posts`,
  deliverable: `A ${mark}deliverable of ${target} pages`,
  verification: `A ${mark}verification each year`,
  partnersPart: `The ${mark}partner part`,
  action: `A ${mark}action begins`,
  indicator: `Posts with a ${mark}indicator`,
  target,
  value,
  waiver: `A ${mark}waiver is granted`,
  report: `The ${mark}report says it all`,
  link: `${mark}link`,
  file: `${mark}file.txt`,
  rating: `The ${mark}rating is none`,
  reply: `The ${mark}reply is short`,
});

const SECRET = { mark: 'jadeocelote', target: 64_817, value: 52_369 };
const NEIGHBOUR = { mark: 'granateguacamayo', target: 47_291, value: 35_837 };

/** Words that readers of a commitment find where they may look, and on which surface. */
const SEEN_AT: readonly { readonly surface: string; readonly words: readonly string[] }[] = [
  { surface: '/api/v1/commitments?state=PAN', words: ['title'] },
  {
    surface: '/api/v1/commitments/{id}',
    words: ['title', 'deliverable', 'verification', 'partner', 'action', 'indicator', 'waiver'],
  },
  { surface: '/api/v1/commitments/{id}/events', words: ['action'] },
  { surface: '/api/v1/commitments/{id}/ratings', words: ['rating', 'reply'] },
];

const asSecret = (placed: PlacedCommitment, marks: readonly string[]): Secret => {
  const { id, etag, ...below } = placed;
  return { etag, ids: { id, ...below }, marks: [...marks, id, ...Object.values(below)] };
};

/** A confidential commitment, and a public one beside it that everybody may find. */
export interface CommitmentSecrets {
  readonly secret: Secret;
  readonly neighbour: Secret;
}

/** Records both with everything below them. */
export async function placeCommitmentSecrets(system: TestSystem): Promise<CommitmentSecrets> {
  const place = async (
    classification: 'confidential' | 'public',
    { mark, target, value }: typeof SECRET,
  ): Promise<Secret> => {
    const words = wordsWith(mark, target, value);
    const placed = await placeCommitment(system, classification, words);
    return asSecret(placed, [mark, String(target), String(value)]);
  };
  return {
    secret: await place('confidential', SECRET),
    neighbour: await place('public', NEIGHBOUR),
  };
}

/** What one reader does not find of a commitment that it may read: then the probes would find nothing. */
export async function missingOf(
  read: (path: string) => Promise<string>,
  { ids }: Secret,
  which: 'secret' | 'neighbour',
): Promise<string[]> {
  const { mark } = which === 'secret' ? SECRET : NEIGHBOUR;
  const missing: string[] = [];
  for (const { surface, words } of SEEN_AT) {
    const text = await read(surface.replace('{id}', ids['id'] ?? ''));
    for (const word of words) {
      if (!text.includes(`${mark}${word}`)) missing.push(`${surface} does not show ${mark}${word}`);
    }
  }
  return missing;
}
