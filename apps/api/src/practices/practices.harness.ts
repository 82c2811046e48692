import { randomUUID } from 'node:crypto';
import { practiceResponse, type PracticeResponse } from '@enlace/contract';
import { REVIEW_CRITERIA } from '@enlace/domain';
import type { TestAnswer } from '../app.harness.js';
import { api, create, ids, owner, useCommitments } from '../commitments/commitments.harness.js';
import { JobRunner } from '../jobs/index.js';

export { api, create, ids, owner };
export const usePractices = useCommitments;

/** Where practices and their reviews live. */
export const PRACTICES = '/api/v1/practices';
export const REVIEWS = '/api/v1/practice-reviews';

/** A whole practice of the civil society network, in Spanish. */
export const draft = (
  change: { text?: object; facts?: object; audience?: object } = {},
): Record<string, unknown> => ({
  text: {
    title: 'Un rol compartido para observar un paso fronterizo',
    summary: 'El servicio de fronteras y dos grupos de asistencia legal comparten un rol semanal.',
    problem: 'Nadie independiente estaba presente cuando se negaba la entrada.',
    legalBasis: 'Ley de refugio, artículo 12.',
    whoDoesWhat: 'La red coordina los turnos y el servicio de fronteras abre la sala.',
    steps: [
      {
        title: 'Firmar una página',
        body: 'Acordar quién puede estar presente y qué puede preguntar.',
      },
      { title: 'Compartir el rol', body: 'Cada organización cubre dos turnos por semana.' },
    ],
    resources: 'Seis personas y una sala.',
    findings: [
      {
        figure: '212 de 219 turnos',
        what: 'con una persona independiente',
        source: 'Registros del rol',
      },
    ],
    conditions: 'Un servicio de fronteras dispuesto a firmar una página.',
    didNotWork: 'Los turnos de noche quedaron vacíos los primeros dos meses.',
    ...change.text,
  },
  facts: {
    themes: ['asylum'],
    states: ['CRI'],
    provisions: [ids.provision('B3')],
    runningSince: '2024-02',
    people: 6,
    setUpMonths: 3,
    costBand: 'low',
    evidenceStrength: 'counted',
    files: [],
    ...change.facts,
  },
  audience: {
    classification: 'public',
    forums: [],
    organizations: [],
    withheldFrom: [],
    ...change.audience,
  },
});

/** One's own or a visible practice, as `as` has it. */
export async function practice(id: string, as = 'editor.ngo'): Promise<PracticeResponse> {
  const answer = await api.request(`${PRACTICES}/${id}`, { as });
  if (answer.status !== 200) throw new Error(answer.text);
  return practiceResponse.parse(answer.body);
}

/** A write on the practice as it stands. */
export async function write(
  id: string,
  path: string,
  request: { as?: string; method?: string; body?: unknown } = {},
): Promise<TestAnswer> {
  const { as = 'editor.ngo', method = 'POST', body } = request;
  const read = await api.request(`${PRACTICES}/${id}`, { as: 'editor.ngo' });
  if (read.status !== 200) throw new Error(read.text);
  const headers = { 'if-match': `"${String(read.body['etag'])}"`, 'idempotency-key': randomUUID() };
  return api.request(`${PRACTICES}/${id}/${path}`, { as, method, body, headers });
}

/** Begins a practice and writes it whole; answers its id. */
export async function drafted(change: Parameters<typeof draft>[0] = {}): Promise<string> {
  const begun = await create(PRACTICES, 'editor.ngo', {
    language: 'es',
    title: 'Un rol compartido',
  });
  if (begun.status !== 201) throw new Error(begun.text);
  const id = String(begun.body['id']);
  const saved = await write(id, 'draft', { method: 'PUT', body: draft(change) });
  if (saved.status !== 200) throw new Error(saved.text);
  return id;
}

/** Submits a whole practice and lets the jobs ask its reviewers; answers its id. */
export async function submitted(change: Parameters<typeof draft>[0] = {}): Promise<string> {
  const id = await drafted(change);
  const answer = await write(id, 'submission');
  if (answer.status !== 200) throw new Error(answer.text);
  await work();
  return id;
}

/** Lets the jobs run that wait. */
export const work = (): Promise<number> => api.app.get(JobRunner).drain();

/** Who was asked to review the practice and has not declined, with the id of the review. */
export async function reviewersOf(
  id: string,
): Promise<readonly { readonly id: string; readonly as: string; readonly state: string }[]> {
  const { rows } = await owner.query<{ id: string; as: string; state: string }>(
    `select r.id, p.username as "as", r.state from practice_review r join person p on p.id = r.person_id
     where r.practice_id = $1 and r.state <> 'declined' order by r.assigned_at, p.username`,
    [id],
  );
  return rows;
}

/** Scores of one grade, but for those that are changed. */
export const scores = (
  grade: string,
  change: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  ...Object.fromEntries(REVIEW_CRITERIA.map((criterion) => [criterion, grade])),
  ...change,
});

/** Fills in a review and sends it. */
export async function review(
  { id, as }: { readonly id: string; readonly as: string },
  proposal: 'publish' | 'return',
  given: Record<string, string> = scores('good'),
): Promise<TestAnswer> {
  const read = await api.request(`${REVIEWS}/${id}`, { as });
  const saved = await api.request(`${REVIEWS}/${id}`, {
    ...{ as, method: 'PUT', headers: { 'if-match': `"${String(read.body['etag'])}"` } },
    body: {
      ...{ scores: given, proposal, language: 'es', noConflict: true },
      comment: 'Falta decir quién paga los turnos de noche.',
    },
  });
  if (saved.status !== 200) return saved;
  return api.request(`${REVIEWS}/${id}/submission`, {
    ...{ as, method: 'POST', headers: { 'if-match': `"${String(saved.body['etag'])}"` } },
  });
}

/** A practice that two reviewers let pass; answers its id. */
export async function published(change: Parameters<typeof draft>[0] = {}): Promise<string> {
  const id = await submitted(change);
  for (const reviewer of await reviewersOf(id)) {
    const answer = await review(reviewer, 'publish');
    if (answer.status !== 200) throw new Error(answer.text);
  }
  await work();
  return id;
}
