import { followUpSurfaces } from './follow-up-surfaces.js';
import { practiceSurfaces } from './practice-surfaces.js';
import type { Probe } from './probe.js';
import type { ReportSecret, Secret } from './secret.js';

const reason = { reason: 'A canary asks.' };
const share = {
  audience: { kind: 'community' },
  detail: 'protected',
  purpose: 'A canary asks',
  onward: 'none',
  opensAt: null,
  endsOn: null,
  withheldFrom: [],
};
const draft = {
  direction: 'northbound',
  coverage: 'full',
  coveragePercent: null,
  sampleSize: null,
  method: null,
  confidence: null,
  finality: 'final',
  nil: true,
  registerTotal: null,
  note: null,
  counts: [],
  cells: [],
  indicators: [],
};
const overviews = (secret: ReportSecret): Probe[] =>
  [
    '',
    '?scope=all',
    `?scope=all&from=${secret.period}&to=${secret.period}`,
    `?scope=all&from=2018-01&to=2018-12&nationality=BTN,MNG`,
    `?scope=all&from=2018-01&to=2018-12&state=PAN&crossingPoint=${secret.crossingPoint}`,
    `?scope=all&from=2018-01&to=2018-12&forum=rcm`,
  ].map((query) => ({ query }));

/** Searches for all that is secret, and for what it is about. */
export const searchesFor = ({ marks }: Secret): Readonly<Record<string, readonly Probe[]>> => ({
  'GET /api/v1/search': ['PAN', 'Panam', '2018-07', ...marks].map((text) => ({
    query: `?q=${encodeURIComponent(text)}`,
  })),
  // Hits, facets and totals: every facet is in every answer, so that no filter can be used to guess.
  'GET /api/v1/practices': [
    ...['', '?mine=true', '?state=PAN', '?forum=rcm', '?evidence=true', '?adopted=true'],
    ...['A5', 'Panam', ...marks.flatMap((mark) => [mark, `${mark}title`])].map(
      (text) => `?q=${encodeURIComponent(text)}`,
    ),
  ].map((query) => ({ query })),
});

/** Every surface of the API and how somebody would look for the secret there; a new route joins here. */
export const surfacesFor = (secret: ReportSecret): Readonly<Record<string, readonly Probe[]>> => ({
  'GET /api/v1/audit': [{}],
  'GET /api/health/live': [{}],
  'GET /api/health/ready': [{}],
  'GET /api/metrics': [{}],
  'GET /api/v1/session': [{}],
  'POST /api/v1/session/back-channel-logout': [{ body: { logout_token: 'a.b.c' } }],
  'GET /api/v1/reference': [{}],
  'GET /api/v1/recommendations': [{}],
  'GET /api/v1/organizations': [{}],
  'GET /api/v1/desk': [{}],
  ...searchesFor(secret),
  'GET /api/v1/arrivals/reports': [
    {},
    { query: '?state=PAN&limit=100' },
    { query: `?crossingPoint=${secret.crossingPoint}&from=2018-07&to=2018-07` },
  ],
  'POST /api/v1/arrivals/reports': [
    {
      body: {
        crossingPoint: secret.crossingPoint,
        period: secret.period,
        unit: 'persons',
        observation: 'entry',
        sourceKind: 'register',
      },
    },
  ],
  'GET /api/v1/arrivals/reports/{id}': [{}, { query: '?version=1' }],
  'GET /api/v1/arrivals/reports/{id}/versions': [{}],
  'PUT /api/v1/arrivals/reports/{id}/draft': [{ body: draft }],
  'DELETE /api/v1/arrivals/reports/{id}/draft': [{}],
  'POST /api/v1/arrivals/reports/{id}/checks': [{}],
  'POST /api/v1/arrivals/reports/{id}/submission': [{ body: { confirmations: [] } }],
  'POST /api/v1/arrivals/reports/{id}/clearance': [{}],
  'POST /api/v1/arrivals/clearances': [{ body: { reports: [secret.ids['id'] ?? ''] } }],
  'POST /api/v1/arrivals/reports/{id}/return': [{ body: reason }],
  'POST /api/v1/arrivals/reports/{id}/reopening': [{ body: reason }],
  'POST /api/v1/arrivals/reports/{id}/retraction': [{ body: reason }],
  'GET /api/v1/arrivals/overview': overviews(secret),
  'GET /api/v1/arrivals/overview.csv': overviews(secret),
  'POST /api/v1/arrivals/imports/dry-run': [
    {
      body: { fileName: 'a.csv', text: 'month,nationality,count\n2018-07,BTN,1\n', settings: null },
    },
  ],
  'POST /api/v1/arrivals/imports': [
    {
      body: { fileName: 'a.csv', text: 'month,nationality,count\n2018-07,BTN,1\n', settings: null },
    },
  ],
  'GET /api/v1/arrivals/imports/{id}': [{}],
  'POST /api/v1/arrivals/imports/{id}/cancellation': [{}],
  'PUT /api/v1/arrivals/reports/{id}/classification': [{ body: { classification: 'public' } }],
  'GET /api/v1/arrivals/reports/{id}/shares': [{}],
  'POST /api/v1/arrivals/reports/{id}/shares': [{ body: share }],
  'POST /api/v1/arrivals/reports/{id}/shares/preview': [{ body: share }],
  'DELETE /api/v1/arrivals/reports/{id}/shares/{share}': [{}],
  'GET /api/v1/arrivals/reports/{id}/readers': [{}],
  'POST /api/v1/commitments/{id}/due-dates/{dueDate}/snooze': [
    { body: { untilOn: '2018-07-31', ...reason } },
  ],
  'POST /api/v1/commitments/{id}/reminders': [{}],
  'GET /api/v1/system/mails': [{}, { query: '?state=failed' }],
  'GET /api/v1/system/mails/{id}': [{}],
  'POST /api/v1/system/mails/{id}/retry': [{}],
  'GET /api/v1/holidays': [{ query: '?year=2018' }],
  'POST /api/v1/holidays': [{ body: { on: '2018-07-31', name: 'A canary rests' } }],
  'PUT /api/v1/holidays/{on}': [{ body: { name: 'A canary rests', struck: true } }],
  'GET /api/v1/sharing-groups': [{}],
  'GET /api/v1/sharing-groups/{id}': [{}],
  'POST /api/v1/sharing-groups': [{ body: {} }],
  'PUT /api/v1/sharing-groups/{id}/members': [{ body: { members: [secret.ids['id'] ?? ''] } }],
  ...followUpSurfaces(),
  ...practiceSurfaces,
});
