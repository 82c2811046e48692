import { randomUUID } from 'node:crypto';
import type {
  AdoptionAnswer,
  FileAnswer,
  PracticeDraft,
  PracticeResponse,
  PracticeWritten,
  QuestionAnswer,
  ReviewAnswer,
  ReviewsResponse,
  SessionResponse,
} from '@enlace/contract';
import { withClient } from '@enlace/dev-postgres';
import { REVIEW_CRITERIA, type ReviewCriterion, type ReviewGrade } from '@enlace/domain';
import type { TestSystem } from '../system.js';
import { Client } from './client.js';

const PRACTICES = '/api/v1/practices';
const REVIEWS = '/api/v1/practice-reviews';

/** Words of a practice, each field told apart by its own. */
export interface PlacedWords {
  /** A text for the field of this name. */
  readonly say: (field: string) => string;
  /** Persons it takes. */
  readonly people: number;
}

/** A published practice with a review that let it pass, and what a reviewer's organization did with it. */
export interface PlacedPractice {
  readonly id: string;
  readonly etag: string;
  readonly review: string;
  readonly file: string;
  readonly adoption: string;
  readonly question: string;
}

/** What a practice is about beside its words. */
export interface Placing {
  readonly audience: PracticeDraft['audience'];
  readonly provision: string;
  readonly files: PracticeDraft['facts']['files'];
}

/** A whole draft in English. */
export const practiceDraft = (
  { say, people }: PlacedWords,
  { audience, provision, files }: Placing,
): PracticeDraft => ({
  text: {
    ...{ title: say('title'), summary: say('summary'), problem: say('problem') },
    ...{ legalBasis: say('law'), whoDoesWhat: say('who'), resources: say('resources') },
    steps: ['first', 'second'].map((step) => ({ title: say(step), body: say(`${step}body`) })),
    findings: [{ figure: say('figure'), what: say('finding'), source: say('source') }],
    ...{ conditions: say('conditions'), didNotWork: say('failure') },
  },
  facts: {
    ...{ themes: ['asylum'], states: ['CRI'], provisions: [provision], runningSince: '2024-02' },
    ...{ people, setUpMonths: 3, costBand: 'low', evidenceStrength: 'counted' },
    files,
  },
  audience,
});

/** Posts a practice of the civil society network and has its two reviewers let it pass. */
export async function placePractice(
  system: TestSystem,
  words: PlacedWords,
  audience: PracticeDraft['audience'],
): Promise<PlacedPractice> {
  const author = new Client(system, 'editor.ngo');
  const provision = await provisionB3(system);
  const begun = await author.send<PracticeWritten>('POST', PRACTICES, {
    ...{ language: 'en', title: words.say('title') },
  });
  const draft = `${PRACTICES}/${begun.id}/draft`;
  const file = await handIn(author, words, begun.id);
  const files = [{ id: file, title: words.say('filetitle') }];
  const body = practiceDraft(words, { audience, provision, files });
  const saved = await author.send<PracticeWritten>('PUT', draft, body, begun.etag);
  await author.send('POST', `${PRACTICES}/${begun.id}/submission`, undefined, saved.etag);
  await system.enlace('jobs');
  const reviews: string[] = [];
  for (const account of ['analyst.unhcr', 'scholar', 'ombud.pa', 'editor.mx', 'nc.br']) {
    reviews.push(...(await sendReviews(new Client(system, account), words, begun.id)));
  }
  await system.enlace('jobs');
  const { etag, state } = await author.get<PracticeResponse>(`${PRACTICES}/${begun.id}`);
  const [review] = reviews;
  if (state !== 'published' || !review) throw new Error(`The practice is ${state}`);
  const taken = await takePart(system, words, begun.id);
  return { id: begun.id, etag, review, file, ...taken };
}

/** Hands in a table as evidence; answers its id. */
async function handIn(author: Client, { say }: PlacedWords, practice: string): Promise<string> {
  const answer = await author.call(`${PRACTICES}/${practice}/files`, {
    ...{ method: 'POST', body: new TextEncoder().encode(`Shift,People\n${say('row')},2\n`) },
    headers: {
      'idempotency-key': randomUUID(),
      'x-file-name': encodeURIComponent(`${say('filename')}.csv`),
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return (answer.json as FileAnswer).id;
}

/** UNHCR is said to have taken the practice up, and asks a question that is answered. */
async function takePart(
  system: TestSystem,
  { say }: PlacedWords,
  id: string,
): Promise<Pick<PlacedPractice, 'adoption' | 'question'>> {
  const author = new Client(system, 'editor.ngo');
  const reader = new Client(system, 'analyst.unhcr');
  const { contexts } = await reader.get<SessionResponse>('/api/v1/session');
  const adoption = await author.send<AdoptionAnswer>('POST', `${PRACTICES}/${id}/adoptions`, {
    ...{ adopter: contexts[0]?.organization.id, language: 'en', adaptation: say('adaptation') },
    ...{ startedOn: '2025-02-01', contact: say('office'), use: 'in-use' },
  });
  const question = await reader.send<QuestionAnswer>('POST', `${PRACTICES}/${id}/questions`, {
    ...{ language: 'en', body: say('question') },
  });
  const body = { language: 'en', body: say('answer') };
  await author.send('POST', `/api/v1/questions/${question.id}/answer`, body, question.etag);
  return { adoption: adoption.id, question: question.id };
}

/** Reviews what the account was asked to of this practice. */
async function sendReviews(
  reviewer: Client,
  { say }: PlacedWords,
  practice: string,
): Promise<string[]> {
  const { reviews } = await reviewer.get<ReviewsResponse>(REVIEWS);
  const asked = reviews.filter((one) => one.practice === practice && one.state === 'assigned');
  for (const { id } of asked) {
    const { etag } = await reviewer.get<ReviewAnswer>(`${REVIEWS}/${id}`);
    const scores = Object.fromEntries(
      REVIEW_CRITERIA.map((criterion) => [criterion, 'good'] as const),
    ) as Record<ReviewCriterion, ReviewGrade>;
    const saved = await reviewer.send<ReviewAnswer>(
      'PUT',
      `${REVIEWS}/${id}`,
      { scores, proposal: 'publish', language: 'en', comment: say('review'), noConflict: true },
      etag,
    );
    await reviewer.send('POST', `${REVIEWS}/${id}/submission`, undefined, saved.etag);
  }
  return asked.map(({ id }) => id);
}

const provisionB3 = (system: TestSystem): Promise<string> =>
  withClient(system.urls.owner, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `select id from provision where number = 'B3' limit 1`,
    );
    if (!rows[0]) throw new Error('There is no provision B3');
    return rows[0].id;
  });
