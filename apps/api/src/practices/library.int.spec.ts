import { beforeAll, describe, expect, it } from '@jest/globals';
import { libraryResponse, type LibraryResponse } from '@enlace/contract';
import { loadSeeds } from '../seeds/index.js';
import { api, drafted, owner, PRACTICES, usePractices, write } from './practices.harness.js';

usePractices();

beforeAll(async () => {
  await loadSeeds({ ownerUrl: api.urls.owner, demo: true });
}, 120_000);

const library = async (query: string, as?: string): Promise<LibraryResponse> => {
  const answer = await api.request(`${PRACTICES}${query}`, {
    ...(as === undefined ? {} : { as }),
    headers: { 'accept-language': 'es' },
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return libraryResponse.parse(answer.body);
};

const titles = async (query: string, as?: string): Promise<string[]> =>
  (await library(query, as)).practices.map(({ title }) => title.body);

const facet = (
  { facets }: LibraryResponse,
  name: keyof LibraryResponse['facets'],
): Record<string, number> =>
  Object.fromEntries(facets[name].map(({ value, count }) => [value, count]));

describe('the library', () => {
  it('lists what is published and may be read, newest first', async () => {
    const open = await library('');
    expect(open.total).toBe(17);
    expect(open.practices).toHaveLength(17);
    const days = open.practices.map(({ publishedOn }) => publishedOn ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    expect(open.practices.map(({ status }) => status)).toContain('expired');
    expect((await library('', 'fp.mx')).total).toBe(20);
    // Confidential to one organization; withheld from one State.
    expect((await library('', 'fp.ec')).total).toBe(20);
    expect((await library('', 'fp.ni')).total).toBe(19);
    expect((await library('', 'fp.cl')).total).toBe(19);
  });

  it('finds across languages, without accents, with slips and by other names', async () => {
    const interpreters = 'Una lista común de intérpretes para las entrevistas de asilo';
    for (const q of ['intérpretes', 'interpretes', 'interpreters', 'interprète', 'intérprtes']) {
      expect(await titles(`?q=${encodeURIComponent(q)}`)).toContain(interpreters);
    }
    expect(await titles('?q=HCR')).toContain(interpreters);
    const shelters = 'Una red de albergues que comparte camas cada noche';
    for (const q of ['albregues', 'shetlers', 'abrgios']) {
      expect([q, await titles(`?q=${q}`)]).toEqual([q, expect.arrayContaining([shelters])]);
    }
    expect(await titles('?q=qwertz')).toEqual([]);
    expect(await titles('?q=%25')).toEqual([]);
  });

  it('finds titles that look alike where nothing else does', async () => {
    expect(await titles('?q=redacion')).toContain('Una redacción acompañada contra la xenofobia');
  });

  it('puts what matches best first', async () => {
    const [first] = await titles('?q=regularization');
    expect(first).toBe('Mutirão de regularização na faixa de fronteira');
  });

  it('counts each facet with all filters but its own', async () => {
    const all = await library('');
    const one = await library('?theme=asylum');
    expect(one.total).toBe(facet(all, 'theme')['asylum']);
    expect(facet(one, 'theme')).toEqual(facet(all, 'theme'));
    const states = Object.values(facet(one, 'state'));
    expect(Math.max(...states)).toBeLessThanOrEqual(one.total);
    for (const [name, counts] of Object.entries(one.facets)) {
      for (const { value, count } of counts.filter(() => name !== 'theme')) {
        const filter = `?theme=asylum&${name}=${value}`;
        expect([filter, (await library(filter)).total]).toEqual([filter, count]);
      }
    }
  });

  it('combines filters, and knows the members of a forum of today', async () => {
    const found = await library('?forum=caricom&costBand=low');
    expect(found.practices.map(({ states }) => states)).toEqual([['TTO']]);
    expect((await library('?forum=nowhere')).total).toBe(0);
    expect((await library('?evidence=false')).practices.length).toBeGreaterThan(0);
    expect((await library('?adopted=true')).practices.every(({ adoptions }) => adoptions > 0)).toBe(
      true,
    );
  });

  it('finds what helps with a provision by its number', async () => {
    const prosecutor = 'Una fiscalía móvil para delitos contra migrantes';
    for (const q of ['A.5', 'a5', 'A-5']) expect(await titles(`?q=${q}`)).toContain(prosecutor);
    expect(await titles('?q=A5')).toHaveLength(2);
  });

  it('gives the own drafts to their organization alone', async () => {
    const draft = 'Una línea de WhatsApp con respuestas en nueve idiomas';
    expect(await titles('?mine=true', 'editor.ngo')).toContain(draft);
    expect(await titles('?mine=true&q=whatsapp', 'editor.ngo')).toEqual([draft]);
    expect(await titles('?q=whatsapp', 'editor.ngo')).not.toContain(draft);
    expect(await titles('?mine=true', 'editor.mx')).not.toContain(draft);
    expect(await titles('?mine=true')).toEqual([]);
  });

  it('reads on where a page ended', async () => {
    await owner.query(`insert into practice (id, organization_id, created_by, current_version, published_on, confirmed_on, audience_id)
      select gen_random_uuid(), p.organization_id, p.created_by, 1, p.published_on, p.confirmed_on, p.audience_id
      from practice p, generate_series(1, 40) where p.id = (select x.id from practice x
        where x.classification = 'public' and x.current_version is not null limit 1)`);
    await owner.query(`insert into practice_version (practice_id, version, state, themes)
      select p.id, 1, 'published', '{data}' from practice p
      where not exists (select 1 from practice_version v where v.practice_id = p.id)`);
    await owner.query(`insert into practice_text (practice_id, version, language, status, title)
      select p.id, 1, 'es', 'original', 'Muchas iguales' from practice p
      where not exists (select 1 from practice_text t where t.practice_id = p.id)`);
    for (const query of ['', '?q=iguales', '?theme=data']) {
      const seen: string[] = [];
      let page = await library(query);
      const { total } = page;
      for (;;) {
        seen.push(...page.practices.map(({ id }) => id));
        if (page.next === null) break;
        page = await library(`${query}${query === '' ? '?' : '&'}after=${page.next}`);
      }
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
    }
    const bad = await api.request(`${PRACTICES}?after=nonsense`);
    expect(bad.status).toBe(422);
  });

  it('forgets what is withdrawn', async () => {
    const before = await titles('?q=albergues');
    const title = 'Una red de albergues que comparte camas cada noche';
    expect(before).toContain(title);
    const { rows } = await owner.query<{ id: string }>(
      'select practice_id as id from practice_text where title = $1',
      [title],
    );
    const answer = await write(rows[0]!.id, 'withdrawal', {
      body: { reason: 'Los albergues cerraron y la red terminó.' },
    });
    expect(answer.status).toBe(200);
    expect(await titles('?q=albergues')).not.toContain(title);
    expect(await titles('?q=albergues', 'editor.ngo')).not.toContain(title);
    expect(await titles('?mine=true&q=albergues', 'editor.ngo')).toContain(title);
  });

  it('shows nothing of what is only drafted', async () => {
    await drafted({ text: { title: 'Quetzalito azul en el borrador' } });
    expect(await titles('?q=Quetzalito', 'editor.ngo')).toEqual([]);
    expect(await titles('?mine=true&q=Quetzalito', 'editor.ngo')).toHaveLength(1);
  });
});
