import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { searchResponse, type SearchResponse } from '@enlace/contract';
import { startTestApi, type TestApi } from '../app.harness.js';
import { loadSeeds } from '../seeds/index.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  await loadSeeds({ ownerUrl: api.urls.owner, demo: true });
}, 120_000);

afterAll(async () => {
  await api.close();
});

const find = async (q: string, as = 'fp.pa', language = 'es'): Promise<SearchResponse> => {
  const answer = await api.request(`/api/v1/search?q=${encodeURIComponent(q)}`, {
    as,
    headers: { 'accept-language': language },
  });
  expect(answer.status).toBe(200);
  return searchResponse.parse(answer.body);
};

describe('search', () => {
  it.each(['México', 'mexico', 'MEX', 'Mexique'])('finds a State by %s', async (q) => {
    expect((await find(q, 'fp.pa', 'fr')).states).toContainEqual({ code: 'MEX', name: 'Mexique' });
  });

  it('finds points, organizations and visible reports, ten of each at most', async () => {
    const hits = await find('bajo chiquito');
    expect(hits.points.map(({ state }) => state)).toEqual(['PAN']);
    expect(hits.reports).toHaveLength(10);
    const periods = hits.reports.map(({ period }) => period);
    expect(periods).toEqual([...periods].sort().reverse());
    expect((await find('UNHCR')).organizations).toHaveLength(1);
    expect((await find('enlace-portal')).organizations).toEqual([]);
  });

  it('finds the reports of a month', async () => {
    const hits = await find('chiquito 2025-06');
    expect(hits.reports.map(({ period }) => period)).toEqual(['2025-06']);
    expect(hits.points).toEqual([]);
    const month = await find('2025-06');
    expect(month.reports.length).toBeGreaterThan(1);
    expect(new Set(month.reports.map(({ period }) => period))).toEqual(new Set(['2025-06']));
  });

  it('reads signs of patterns as signs', async () => {
    const found = Object.values(await find('%'));
    expect(found).toHaveLength(7);
    expect(found.flat()).toEqual([]);
    expect((await find('_')).states).toEqual([]);
  });

  it('finds no report of which nobody told the reader', async () => {
    const owner = new Client({ connectionString: api.urls.owner });
    await owner.connect();
    await owner.query(
      `update arrival_report r set audience_id = 0 from state s where s.id = r.state_id and s.code = 'PAN'`,
    );
    await owner.end();
    const hits = await find('Panama', 'fp.mx');
    expect(hits.reports).toEqual([]);
    expect(hits.states).toHaveLength(1);
    expect((await find('Panama', 'fp.pa')).reports).toHaveLength(10);
  });

  it.each([
    ['intérpretes', 'fr'],
    ['interpreters', 'es'],
    ['HCR interprètes', 'en'],
    ['asistensia legal', 'pt'],
  ])('finds practices, provisions and commitments in any language by "%s"', async (q, language) => {
    const { practices, provisions, commitments } = await find(q, 'fp.pa', language);
    expect(practices.length + provisions.length + commitments.length).toBeGreaterThan(0);
    expect(practices.length).toBeGreaterThan(0);
  });

  it.each(['A.5', 'a5', 'A 5'])('finds the provision and what helps with it by %s', async (q) => {
    const { practices, provisions, commitments } = await find(q);
    expect(provisions.map(({ number }) => number)).toEqual(['A5']);
    expect(practices.map(({ title }) => title)).toContain(
      'Una fiscalía móvil para delitos contra migrantes',
    );
    expect(commitments.length).toBeGreaterThan(0);
  });

  it('finds nothing of a practice for who is not in its audience', async () => {
    const title = 'Un registro común de llegadas en la selva del Darién';
    const titles = async (as: string): Promise<string[]> =>
      (await find('Darién alerta temprana', as)).practices.map((hit) => hit.title);
    expect(await titles('fp.mx')).toContain(title);
    expect(await titles('fp.ec')).not.toContain(title);
    expect(await titles('press')).not.toContain(title);
  });

  it('finds the provision that holds some of what is sought where none holds all, and only then', async () => {
    const numbers = async (q: string): Promise<string[]> =>
      (await find(q)).provisions.map(({ number }) => number);
    expect((await numbers('regularizacion venezolanos'))[0]).toBe('D2');
    expect((await numbers('gang violence asylum'))[0]).toBe('B5');
    const whole = await numbers('regularización');
    expect(whole).toContain('D2');
    // Whoever names one thing that there is gets nothing else beside it.
    expect((await numbers('programas de regularización')).every((one) => whole.includes(one))).toBe(
      true,
    );
  });

  it('is not for the public', async () => {
    expect((await api.request('/api/v1/search?q=panama')).status).toBe(401);
  });
});
