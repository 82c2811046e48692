import type { Probe } from './probe.js';

const words = {
  language: 'en',
  title: 'A canary asks',
  deliverable: 'A canary asks for a thing',
  verification: 'A canary looks',
};
const commitment = {
  provisions: ['00000000-0000-4000-8000-000000000000'],
  text: words,
  dueOn: '2030-01-01',
  classification: 'public',
};
const action = {
  title: 'A canary acts',
  owner: '00000000-0000-4000-8000-000000000000',
  from: null,
  until: null,
  weight: 1,
};
const indicator = {
  ...{ definition: 'Canaries', unit: 'birds', baseline: 0, target: 1 },
  ...{ source: 'A canary', direction: 'up' },
};

const draft = { language: 'en', body: 'A canary reports', percent: null, values: [] };
const link = { kind: 'link', title: 'A canary shows', url: 'https://example.org/canary' };

/** Due dates of a commitment that its own secretariat alone may name. */
const file = new TextEncoder().encode('Reference,Due on\nA canary,2030-01-01\n');

/** Every surface of follow-up and how somebody would look for a secret there. */
export const followUpSurfaces = (): Readonly<Record<string, readonly Probe[]>> => ({
  'GET /api/v1/live-updates': [{}],
  'GET /api/v1/follow-up/matrix': [{}, { query: '?forum=rcm&group=F' }],
  'GET /api/v1/follow-up/matrix.csv': [{}, { query: '?forum=rcm' }],
  'GET /api/v1/follow-up/matrix.xlsx': [{}],
  'GET /api/v1/follow-up/reminders': [{}, { query: '?forum=rcm&group=F' }],
  'POST /api/v1/follow-up/reminders': [{ body: { commitments: commitment.provisions } }],
  'GET /api/v1/instruments': [{}],
  'GET /api/v1/provisions/{id}': [{}],
  'PUT /api/v1/provisions/{id}/response': [
    { body: { position: 'noted', language: 'en', body: 'A canary answers' } },
  ],
  'GET /api/v1/forums/{alias}': [{}],
  'GET /api/v1/commitments': [{}, { query: '?state=PAN' }, { query: '?status=overdue' }],
  'GET /api/v1/forums/{alias}/imports/template.xlsx': [{}],
  'GET /api/v1/forums/{alias}/imports/template.csv': [{ query: '?sheet=commitments' }],
  'POST /api/v1/forums/{alias}/imports/dry-run': [{ body: file }],
  'POST /api/v1/forums/{alias}/imports': [{ body: file }],
  'POST /api/v1/commitments': [
    { body: { ...commitment, forum: commitment.provisions[0], actor: commitment.provisions[0] } },
  ],
  'GET /api/v1/commitments/{id}': [{}],
  'GET /api/v1/commitments/{id}/events': [{}],
  'GET /api/v1/commitments/{id}/readers': [{}],
  'GET /api/v1/commitments/{id}/ratings': [{}],
  'GET /api/v1/scorecards/{state}': [{}, { query: '?group=F' }],
  'GET /api/v1/scorecards/{state}.csv': [{}, { query: '?language=en' }],
  'PUT /api/v1/commitments/{id}/rating': [
    { body: { grade: 'none', language: 'en', body: 'A canary rates' } },
  ],
  'POST /api/v1/commitments/{id}/rating/sending': [{ body: {} }],
  'POST /api/v1/commitments/{id}/ratings/{rating}/reply': [
    { body: { language: 'en', body: 'A canary replies' } },
  ],
  'PUT /api/v1/commitments/{id}': [{ body: commitment }],
  'POST /api/v1/commitments/{id}/acts': [{ body: { act: 'start' } }],
  'PUT /api/v1/commitments/{id}/schedule': [{ body: { dates: ['2029-01-01'] } }],
  'POST /api/v1/commitments/{id}/due-dates/{dueDate}/waiver': [
    { body: { reason: 'A canary asks' } },
  ],
  'POST /api/v1/commitments/{id}/actions': [{ body: action }],
  'PUT /api/v1/commitments/{id}/actions/{action}': [{ body: action }],
  'POST /api/v1/commitments/{id}/indicators': [{ body: indicator }],
  'PUT /api/v1/commitments/{id}/indicators/{indicator}': [{ body: indicator }],
  'GET /api/v1/commitments/{id}/reports': [{}],
  'POST /api/v1/commitments/{id}/reports': [{ body: { dueDate: commitment.provisions[0] } }],
  'GET /api/v1/progress-reports/{id}': [{}],
  'PUT /api/v1/progress-reports/{id}/draft': [{ body: draft }],
  'POST /api/v1/progress-reports/{id}/evidence': [{ body: link }],
  'DELETE /api/v1/progress-reports/{id}/evidence/{evidence}': [{}],
  'POST /api/v1/progress-reports/{id}/submission': [{}],
  'POST /api/v1/progress-reports/{id}/return': [{ body: { reason: 'A canary returns' } }],
  'POST /api/v1/progress-reports/{id}/acceptance': [{}],
  'POST /api/v1/progress-reports/{id}/publication': [{}],
  'POST /api/v1/commitments/{id}/files': [{}],
  'GET /api/v1/files/{id}': [{ named: { id: 'file' } }],
  'POST /api/v1/files/{id}/confirmation': [{ named: { id: 'file' } }],
});
