import type { Probe } from './probe.js';

const text = {
  ...{ title: 'A canary asks', summary: '', problem: '', legalBasis: '', whoDoesWhat: '' },
  ...{ steps: [], resources: '', findings: [], conditions: '', didNotWork: '' },
};
const facts = {
  ...{ themes: [], states: [], provisions: [], runningSince: null, people: null },
  ...{ setUpMonths: null, costBand: null, evidenceStrength: null, files: [] },
};
const audience = { classification: 'public', forums: [], organizations: [], withheldFrom: [] };
const review = {
  scores: {
    ...{ relevance: null, evidence: null, 'protection-sensitivity': null },
    ...{ participation: null, transferability: null, sustainability: null },
  },
  ...{ proposal: null, language: 'en', comment: 'A canary reviews', noConflict: true },
};
const adoption = {
  ...{ language: 'en', adaptation: 'A canary adapts', startedOn: '2026-01-01' },
  ...{ contact: '', use: 'in-use' },
};
const nobody = '00000000-0000-4000-8000-000000000000';
const said = { language: 'en', body: 'A canary asks how' };
const file = new TextEncoder().encode('Shift,People\nA canary,2\n');
/** The secret's review stands for the id of these addresses. */
const named = { id: 'review' };

/** Every surface of the good-practice exchange and how somebody would look for a secret there. */
export const practiceSurfaces: Readonly<Record<string, readonly Probe[]>> = {
  'POST /api/v1/practices': [{ body: { language: 'en', title: 'A canary begins' } }],
  'GET /api/v1/practices/{id}': [{}, { query: '?version=1' }],
  'GET /api/v1/practices/{id}/events': [{}],
  'GET /api/v1/practices/{id}/readers': [{}],
  'PUT /api/v1/practices/{id}/draft': [{ body: { text, facts, audience } }],
  'POST /api/v1/practices/{id}/files': [{ body: file }],
  'POST /api/v1/practices/{id}/submission': [{}],
  'POST /api/v1/practices/{id}/revision': [{}],
  'POST /api/v1/practices/{id}/reconfirmation': [{}],
  'POST /api/v1/practices/{id}/withdrawal': [{ body: { reason: 'A canary withdraws' } }],
  'PUT /api/v1/practices/{id}/audience': [{ body: audience }],
  'PUT /api/v1/practices/{id}/translations/{language}': [
    { body: { version: 1, status: 'human', text }, named: { language: 'en' } },
  ],
  'GET /api/v1/practices/{id}/adoptions': [{}],
  'POST /api/v1/practices/{id}/adoptions': [{ body: { ...adoption, adopter: nobody } }],
  'PUT /api/v1/adoptions/{id}': [{ body: adoption, named: { id: 'adoption' } }],
  'POST /api/v1/adoptions/{id}/confirmation': [{ named: { id: 'adoption' } }],
  'POST /api/v1/adoptions/{id}/result': [
    {
      body: { result: 'worked', why: 'A canary says so', language: 'en' },
      named: { id: 'adoption' },
    },
  ],
  'GET /api/v1/practices/{id}/questions': [{}],
  'POST /api/v1/practices/{id}/questions': [{ body: said }],
  'POST /api/v1/questions/{id}/answer': [{ body: said, named: { id: 'question' } }],
  'GET /api/v1/practice-reviews': [{}],
  'GET /api/v1/practice-reviews/{id}': [{ named }],
  'PUT /api/v1/practice-reviews/{id}': [{ body: review, named }],
  'POST /api/v1/practice-reviews/{id}/refusal': [{ body: { reason: 'no-time', note: '' }, named }],
  'POST /api/v1/practice-reviews/{id}/submission': [{ named }],
};
