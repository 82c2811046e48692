import type {
  AdoptionAnswer,
  LibraryResponse,
  PracticeDraft,
  PracticeResponse,
  PracticeWritten,
  QuestionAnswer,
  ReviewAnswer,
  ReviewsResponse,
} from '@enlace/contract';
import { REVIEW_CRITERIA } from '@enlace/domain';
import { practiceDraft } from '../../client/practices.js';
import { handInPicture } from './files.js';
import type { Road } from './road.js';
import type { Traveller } from './traveller.js';

const PRACTICES = '/api/v1/practices';
const REVIEWS = '/api/v1/practice-reviews';
const REVIEWERS = ['analyst.unhcr', 'scholar', 'ombud.pa', 'editor.mx', 'nc.br'];
const PUBLIC: PracticeDraft['audience'] = {
  ...{ classification: 'public', forums: [], organizations: [], withheldFrom: [] },
};

/** Practices: written, translated, sent, reviewed, published; adopted, asked about, revised, withdrawn. */
export async function practicesJourney(road: Road): Promise<void> {
  const author = road.as('editor.ngo');
  const id = await write(author);
  const path = `${PRACTICES}/${id}`;
  await author.send('POST', `${path}/submission`, undefined, await author.versionOf(path));
  await road.system.enlace('jobs');
  await review(road, id);
  const { state } = await author.get<PracticeResponse>(path);
  if (state !== 'published') throw new Error(`The practice is ${state}`);
  await adopt(road, path);
  await ask(road, path);
  await road.as().get(`${PRACTICES}?q=register`);
  await road.as().get(`${path}/events`);
  await author.get(`${path}/readers`);
  await author.send('POST', `${path}/reconfirmation`, undefined, await author.versionOf(path));
  const { practices } = await author.get<LibraryResponse>(`${PRACTICES}?mine=true`);
  const another = practices.find((one) => one.id !== id && one.status === 'published');
  await author.send('POST', `${PRACTICES}/${another?.id ?? ''}/revision`);
  const reason = { reason: 'The agreement ended in June.' };
  await author.send('POST', `${path}/withdrawal`, reason, await author.versionOf(path));
}

/** Begins a practice and writes it whole, with a picture and a translation; answers its id. */
async function write(author: Traveller): Promise<string> {
  const begun = await author.send<PracticeWritten>('POST', PRACTICES, {
    ...{ language: 'en', title: 'A shared register' },
  });
  const path = `${PRACTICES}/${begun.id}`;
  const file = await handInPicture(author, `${path}/files`);
  const say = (field: string): string => `What a register says of ${field}`;
  const files = [{ id: file, title: 'The room' }];
  const placing = { audience: PUBLIC, provision: '', files };
  const { text, facts, audience } = practiceDraft({ say, people: 6 }, placing);
  const draft = { text, facts: { ...facts, provisions: [] }, audience };
  const put = async (at: string, body: object): Promise<void> => {
    await author.send('PUT', `${path}/${at}`, body, await author.versionOf(path));
  };
  await put('draft', draft);
  await put('translations/es', { version: 1, status: 'machine', text });
  await put('audience', PUBLIC);
  return begun.id;
}

/** The first who is asked declines; those who stay let it pass. */
async function review(road: Road, practice: string): Promise<void> {
  const [asked] = await askedOf(road, practice);
  if (!asked) throw new Error('Nobody was asked to review');
  const { etag } = await asked.who.get<ReviewAnswer>(asked.path);
  const why = { reason: 'no-time', note: '' };
  await asked.who.send('POST', `${asked.path}/refusal`, why, etag);
  await road.system.enlace('jobs');
  for (const { who, path } of await askedOf(road, practice)) {
    const stands = await who.get<ReviewAnswer>(path);
    const scores = Object.fromEntries(REVIEW_CRITERIA.map((criterion) => [criterion, 'good']));
    const body = {
      scores,
      proposal: 'publish',
      language: 'en',
      comment: 'Clear',
      noConflict: true,
    };
    const saved = await who.send<ReviewAnswer>('PUT', path, body, stands.etag);
    await who.send('POST', `${path}/submission`, undefined, saved.etag);
  }
  await road.system.enlace('jobs');
}

async function askedOf(
  { as }: Road,
  practice: string,
): Promise<{ readonly who: Traveller; readonly path: string }[]> {
  const found = [];
  for (const account of REVIEWERS) {
    const who = as(account);
    const { reviews } = await who.get<ReviewsResponse>(REVIEWS);
    for (const one of reviews) {
      if (one.practice !== practice || one.state !== 'assigned') continue;
      found.push({ who, path: `${REVIEWS}/${one.id}` });
    }
  }
  return found;
}

async function adopt({ as, organization }: Road, path: string): Promise<void> {
  const use = {
    ...{ language: 'en', adaptation: 'Night shifts of two people', startedOn: '2025-03-01' },
    ...{ contact: 'International affairs', use: 'in-use' },
  };
  const adopter = as('fp.co');
  const declared = await as('editor.ngo').send<AdoptionAnswer>('POST', `${path}/adoptions`, {
    ...{ ...use, adopter: organization('co-mig') },
  });
  const adoption = `/api/v1/adoptions/${declared.id}`;
  const confirmation = `${adoption}/confirmation`;
  const confirmed = await adopter.send<AdoptionAnswer>(
    ...(['POST', confirmation, undefined, declared.etag] as const),
  );
  const changed = await adopter.send<AdoptionAnswer>('PUT', adoption, use, confirmed.etag);
  const result = { result: 'worked', why: 'Every shift had two people.', language: 'en' };
  await adopter.send('POST', `${adoption}/result`, result, changed.etag);
  await as().get(`${path}/adoptions`);
}

async function ask({ as }: Road, path: string): Promise<void> {
  const question = await as('press').send<QuestionAnswer>('POST', `${path}/questions`, {
    ...{ language: 'en', body: 'Who pays for the night shifts?' },
  });
  const answer = { language: 'en', body: 'The network, with funds of its own.' };
  const at = `/api/v1/questions/${question.id}/answer`;
  await as('editor.ngo').send('POST', at, answer, question.etag);
  await as().get(`${path}/questions`);
}
