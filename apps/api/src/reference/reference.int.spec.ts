import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  organizationsResponse,
  recommendationsResponse,
  referenceResponse,
} from '@enlace/contract';
import { startTestApi, type TestApi } from '../app.harness.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
}, 60_000);

afterAll(async () => {
  await api.close();
});

describe('reference', () => {
  it('gives everybody States, points and fora, and 304 to who has them', async () => {
    const answer = await api.request('/api/v1/reference');
    const { states, crossingPoints, forums } = referenceResponse.parse(answer.body);
    expect(states.find(({ code }) => code === 'PAN')?.names.fr).toBe('Panama');
    expect(crossingPoints.some(({ countsAsFirstEntry }) => countsAsFirstEntry)).toBe(true);
    const mercosur = forums.find(({ alias }) => alias === 'mercosur');
    expect(mercosur?.members.map(({ state }) => state)).toContain('BRA');
    const etag = answer.headers.get('etag') ?? '';
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    const again = await api.request('/api/v1/reference', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    const signedIn = await api.request('/api/v1/reference', { as: 'fp.pa' });
    expect(signedIn.headers.get('etag')).toBe(etag);
    const other = await api.request('/api/v1/reference', { headers: { 'if-none-match': '"x"' } });
    expect(other.status).toBe(200);
  });

  it('has the 38 recommendations in their groups', async () => {
    const answer = await api.request('/api/v1/recommendations');
    const { groups, recommendations } = recommendationsResponse.parse(answer.body);
    expect(recommendations).toHaveLength(38);
    const known = new Set(groups.map(({ code }) => code));
    expect(recommendations.filter(({ group }) => !known.has(group))).toEqual([]);
  });

  it('shows the directory to who signed in, without the portal itself', async () => {
    expect((await api.request('/api/v1/organizations')).status).toBe(401);
    const answer = await api.request('/api/v1/organizations', { as: 'scholar' });
    const { organizations } = organizationsResponse.parse(answer.body);
    expect(organizations.map(({ alias }) => alias)).toContain('pa-snm');
    expect(organizations.map(({ kind }) => kind)).not.toContain('portal');
  });
});
