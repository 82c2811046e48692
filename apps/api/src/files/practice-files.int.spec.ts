import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readersResponse } from '@enlace/contract';
import type { TestAnswer } from '../app.harness.js';
import {
  api,
  draft,
  drafted,
  ids,
  practice,
  PRACTICES,
  published,
  review,
  reviewersOf,
  submitted,
  usePractices,
  work,
  write,
} from '../practices/practices.harness.js';
import { jpeg, pdf } from './files.harness.js';

usePractices();

const HONEST = pdf('212 de 219 turnos con una persona independiente');

const upload = (
  id: string,
  { as = 'editor.ngo', name = 'Registro.pdf', body = HONEST } = {},
): Promise<TestAnswer> =>
  api.request(`${PRACTICES}/${id}/files`, {
    ...{ as, method: 'POST', body },
    headers: {
      ...{ 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
      'idempotency-key': randomUUID(),
    },
  });

const save = (id: string, files: readonly object[], change: object = {}): Promise<TestAnswer> =>
  write(id, 'draft', { method: 'PUT', body: draft({ ...change, facts: { files } }) });

const download = async (file: string, as?: string): Promise<number> =>
  (await api.request(`/api/v1/files/${file}`, as === undefined ? {} : { as })).status;

/** A draft that shows one file; answers both ids. */
async function withFile(change: object = {}): Promise<{ id: string; file: string }> {
  const id = await drafted(change);
  const file = String((await upload(id)).body['id']);
  const saved = await save(id, [{ id: file, title: 'Registro de turnos' }], change);
  if (saved.status !== 200) throw new Error(saved.text);
  return { id, file };
}

/** A published practice that shows one file; answers both ids. */
async function publishedWithFile(change: object = {}): Promise<{ id: string; file: string }> {
  const made = await withFile(change);
  await write(made.id, 'submission');
  await work();
  for (const reviewer of await reviewersOf(made.id)) {
    const answer = await review(reviewer, 'publish');
    if (answer.status !== 200) throw new Error(answer.text);
  }
  await work();
  return made;
}

describe('a file of a practice', () => {
  it('is shown by the draft, kept once and seen by its organization alone', async () => {
    const { id, file } = await withFile();
    const { facts } = await practice(id);
    expect(facts.files).toEqual([
      {
        ...{ id: file, title: 'Registro de turnos', name: 'Registro.pdf' },
        ...{ mediaType: 'application/pdf', size: HONEST.length },
      },
    ]);
    expect((await upload(id)).body['id']).toBe(file);
    expect(await download(file, 'editor.ngo')).toBe(200);
    for (const as of ['fp.cr', 'editor.mx', 'admin', undefined]) {
      expect(await download(file, as)).toBe(404);
    }
  });

  it('is read by who reviews it, and by readers once it is published', async () => {
    const { id, file } = await withFile();
    await write(id, 'submission');
    await work();
    const [reviewer] = await reviewersOf(id);
    expect(await download(file, reviewer?.as)).toBe(200);
    expect(await download(file, 'fp.cr')).toBe(404);
    expect((await upload(id)).status).toBe(409);
  });

  it('goes with its version: a revision shows another without taking the first one from readers', async () => {
    const { id, file } = await publishedWithFile();
    expect(await download(file)).toBe(200);
    await write(id, 'revision');
    expect((await practice(id)).facts.files.map((one) => one.id)).toEqual([file]);
    const second = String(
      (await upload(id, { name: 'Nuevo.pdf', body: pdf('219 turnos') })).body['id'],
    );
    await save(id, [{ id: second, title: 'Registro nuevo' }]);
    expect((await practice(id)).facts.files.map((one) => one.id)).toEqual([second]);
    expect((await practice(id, 'fp.cr')).facts.files.map((one) => one.id)).toEqual([file]);
    expect(await download(file)).toBe(200);
    expect(await download(second, 'fp.cr')).toBe(404);
  });

  it('is refused where it is another practice’s, unknown, twice the same or not confirmed', async () => {
    const { file } = await withFile();
    const id = await drafted();
    const rule = async (...files: object[]): Promise<unknown> =>
      (await save(id, files)).body['errors'];
    expect(await rule({ id: file, title: 'De otra' })).toMatchObject([
      { pointer: '/facts/files/0/id', rule: 'unknown-record' },
    ]);
    expect(await rule({ id: randomUUID(), title: 'Nada' })).toMatchObject([
      { pointer: '/facts/files/0/id', rule: 'unknown-record' },
    ]);
    const own = String((await upload(id)).body['id']);
    expect(
      await rule({ id: own, title: 'Una vez' }, { id: own, title: 'Dos veces' }),
    ).toMatchObject([{ pointer: '/facts/files/1/id', rule: 'already-exists' }]);
    const picture = await upload(id, { name: 'sala.jpg', body: jpeg() });
    expect(picture.body).toMatchObject({ confirmed: false });
    const shown = { id: String(picture.body['id']), title: 'La sala' };
    expect(await rule(shown)).toMatchObject([
      { pointer: '/facts/files/0/id', rule: 'not-confirmed' },
    ]);
    expect((await practice(id)).facts.files).toEqual([]);
    const confirmed = await api.request(`/api/v1/files/${shown.id}/confirmation`, {
      ...{ as: 'editor.ngo', method: 'POST' },
      headers: { 'if-match': `"${String(picture.body['etag'])}"` },
    });
    expect(confirmed.body).toMatchObject({ confirmed: true });
    expect((await save(id, [shown])).status).toBe(200);
  });

  it('is taken from nobody but the practice’s editors', async () => {
    const id = await submitted();
    expect((await upload(id, { as: 'fp.cr' })).status).toBe(403);
    expect((await upload(id, { as: 'editor.mx' })).status).toBe(404);
    expect((await upload(await published(), { as: 'editor.mx' })).status).toBe(403);
  });

  it('leaves a line in the read log of its owner where the practice is restricted', async () => {
    const audience = {
      ...{ classification: 'restricted', forums: [], withheldFrom: [] },
      organizations: ['unhcr', 'univ-andes', 'pa-snm'].map((alias) => ids.organization(alias)),
    };
    const { id, file } = await publishedWithFile({ audience });
    for (const as of ['editor.ngo', 'fp.pa']) expect(await download(file, as)).toBe(200);
    for (const as of ['fp.cr', undefined]) expect(await download(file, as)).toBe(404);
    const readers = await api.request(`${PRACTICES}/${id}/readers`, { as: 'editor.ngo' });
    const { readers: read } = readersResponse.parse(readers.body);
    expect(read.map((one) => one.organization)).toContain(ids.organization('pa-snm'));
  });
});
