import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Config } from '../config/index.js';
import {
  act,
  api,
  begun,
  COMMITMENTS,
  create,
  draft,
  owner,
  REPORTS,
  useReports,
} from '../progress-reports/progress-reports.harness.js';
import { exif, jpeg, pdf } from './files.harness.js';
import { LOCKED } from './locked-pdf.harness.js';

useReports();

const FILES = '/api/v1/files';
const HONEST = pdf('En septiembre llegaron 120 personas por tres pasos');
const newKey = (): string => randomUUID();
const upload = (
  commitment: string,
  name: string | null,
  body: Buffer,
  as: string | null = 'fp.pa',
  type = 'application/octet-stream',
  key = newKey(),
) =>
  api.request(`${COMMITMENTS}/${commitment}/files`, {
    ...(as === null ? {} : { as }),
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'idempotency-key': key,
      ...(name === null ? {} : { 'x-file-name': encodeURIComponent(name) }),
    },
  });
const rules = (body: Record<string, unknown>): unknown =>
  (body['errors'] as { pointer: string; rule: string }[]).map(({ pointer, rule }) => [
    pointer,
    rule,
  ]);
const get = async (path: string, as?: string): Promise<Response> =>
  fetch(`${api.address}${path}`, {
    headers: as ? { authorization: `Bearer ${await api.identity.token(as)}` } : {},
  });

describe('handing in a file', () => {
  it('keeps it once, whatever name it has, and sends it as an attachment', async () => {
    const { commitment } = await begun();
    const first = await upload(commitment, 'Informe “septiembre” ñ.pdf', HONEST);
    expect(first.body).toMatchObject({
      mediaType: 'application/pdf',
      size: HONEST.length,
      confirmed: true,
    });
    const again = await upload(commitment, 'Informe “septiembre” ñ.pdf', HONEST);
    expect([first.status, again.body]).toEqual([201, first.body]);
    const answer = await get(`${FILES}/${String(first.body['id'])}`, 'fp.pa');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(HONEST);
    const header = (name: string) => answer.headers.get(name);
    expect(header('content-disposition')).toBe(
      `attachment; filename="Informe septiembre n.pdf"; filename*=UTF-8''Informe%20%E2%80%9Cseptiembre%E2%80%9D%20%C3%B1.pdf`,
    );
    expect(header('content-type')).toBe('application/pdf');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cache-control')).toBe('no-store');
    expect(header('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
  });

  it('is made once for each key', async () => {
    const { commitment } = await begun();
    const key = newKey();
    const send = (name: string, body: Buffer, given = key) =>
      upload(commitment, name, body, 'fp.pa', 'application/octet-stream', given);
    const first = await send('a.pdf', HONEST);
    expect((await send('a.pdf', HONEST)).body).toEqual(first.body);
    for (const other of [await send('b.pdf', HONEST), await send('a.pdf', pdf('Otro'))]) {
      expect(other.body).toMatchObject({ type: '/problems/idempotency-key-reused' });
    }
    expect(rules((await send('a.pdf', HONEST, '')).body)).toEqual([
      ['/header/Idempotency-Key', 'required'],
    ]);
  });

  it('is the actor’s alone, at this address alone', async () => {
    const { commitment } = await begun();
    expect((await upload(commitment, 'a.pdf', HONEST, null)).status).toBe(401);
    expect((await upload(commitment, 'a.pdf', HONEST, 'fp.mx')).status).toBe(403);
    expect((await upload(commitment, 'a.pdf', HONEST, 'sec.rcm')).status).toBe(403);
    expect((await upload(commitment, 'a.pdf', HONEST, 'fp.pa', 'application/pdf')).status).toBe(
      415,
    );
    const elsewhere = await api.request(`${COMMITMENTS}/${commitment}/reports`, {
      ...{ as: 'fp.pa', method: 'POST', body: HONEST },
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(elsewhere.status).toBe(415);
  });

  it('refuses what is too large, empty, badly named, or of another kind', async () => {
    const { commitment } = await begun();
    const big = Buffer.concat([HONEST, Buffer.alloc(10 * 1024 * 1024)]);
    expect((await upload(commitment, 'a.pdf', big)).status).toBe(413);
    expect((await upload(commitment, 'a.exe', Buffer.from('MZ\x90\0'))).status).toBe(415);
    expect(rules((await upload(commitment, null, HONEST)).body)).toEqual([
      ['/header/X-File-Name', 'required'],
    ]);
    expect(rules((await upload(commitment, 'ana@example.org.pdf', HONEST)).body)).toEqual([
      ['/header/X-File-Name', 'personal-data'],
    ]);
    expect(rules((await upload(commitment, 'a.pdf', Buffer.alloc(0))).body)).toEqual([
      ['/file', 'required'],
    ]);
    expect(rules((await upload(commitment, `${'n'.repeat(251)}.pdf`, HONEST)).body)).toEqual([
      ['/header/X-File-Name', 'too-long'],
    ]);
    const locked = await upload(commitment, 'a.pdf', LOCKED);
    expect(rules(locked.body)).toEqual([['/file', 'file-locked']]);
    expect(locked.text).toContain('cifrado');
  });

  it.each([
    ['a path', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['a path of Windows', 'C:\\Users\\Ana\\informe.pdf', 'informe.pdf'],
    ['a turn of the reading', 'informe\u202Efdp.exe.pdf', 'informefdp.exe.pdf'],
    ['a header', 'a\r\nSet-Cookie: b=c.pdf', 'aSet-Cookie b=c.pdf'],
    ['quotes', 'a"; filename="b.exe".pdf', 'a; filename=b.exe.pdf'],
    ['a reserved character', "it's 100% (a)*.pdf", "it's 100% (a).pdf"],
    ['a null', 'a.exe\0.pdf', 'a.exe.pdf'],
    ['letters of other scripts', 'Отчёт 報告.pdf', 'Отчёт 報告.pdf'],
  ])('a name with %s is kept and sent as a plain name', async (_what, given, kept) => {
    const { commitment } = await begun();
    const { body } = await upload(commitment, given, HONEST);
    expect(body).toMatchObject({ name: kept });
    const answer = await get(`${FILES}/${String(body['id'])}`, 'fp.pa');
    const sent = answer.headers.get('content-disposition') ?? '';
    const [, ascii, whole] =
      /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(sent) ?? [];
    expect(ascii).toMatch(/^[\w .()-]+$/);
    expect(whole).toMatch(/^[\w.~!&%-]+$/);
    expect(decodeURIComponent(whole ?? '')).toBe(kept);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('keeps nothing of a file with personal data, and does not say what was found', async () => {
    const { commitment } = await begun();
    const folder = api.app.get(Config).files.ENLACE_FILES_FOLDER;
    const held = async () => (await readdir(folder, { recursive: true })).length;
    const before = await held();
    const answer = await upload(commitment, 'a.pdf', pdf('Pasaporte AB1234567 de la madre'));
    expect(rules(answer.body)).toEqual([['/file', 'personal-data']]);
    expect(answer.text).not.toContain('AB1234567');
    expect(await held()).toBe(before);
  });
});

describe('a picture', () => {
  it('is evidence only when who uploaded it has confirmed it', async () => {
    const { commitment, report } = await begun();
    const kept = await upload(commitment, 'foto.jpg', jpeg([[0xe1, exif()]]));
    expect(kept.body).toMatchObject({ confirmed: false });
    const id = String(kept.body['id']);
    expect(await (await get(`${FILES}/${id}`, 'fp.pa')).text()).not.toContain('GPS');
    const evidence = { kind: 'file', title: 'Una foto', file: id };
    const path = `${REPORTS}/${report.id}/evidence`;
    expect(rules((await create(path, 'fp.pa', evidence)).body)).toEqual([
      ['/file', 'not-confirmed'],
    ]);
    const version = String(kept.body['etag']);
    const confirm = (as: string, etag: string | null = version) =>
      api.request(`${FILES}/${id}/confirmation`, {
        ...{ as, method: 'POST', headers: etag === null ? {} : { 'if-match': `"${etag}"` } },
      });
    expect((await confirm('nc.pa')).status).toBe(403);
    expect((await confirm('fp.mx')).status).toBe(404);
    expect((await confirm('fp.pa', null)).status).toBe(428);
    const confirmed = await confirm('fp.pa');
    expect(confirmed).toMatchObject({ status: 200, body: { confirmed: true } });
    expect(await confirm('fp.pa')).toMatchObject({
      ...{ status: 412, body: { current: confirmed.body } },
    });
    expect((await confirm('fp.pa', String(confirmed.body['etag']))).body).toEqual(confirmed.body);
    const added = await create(path, 'fp.pa', evidence);
    expect(added.body).toMatchObject({ evidence: [{ file: { id, name: 'foto.jpg' } }] });
  });
});

describe('sight of a file', () => {
  // Actor, ministry of its State, secretariat, member State, other forum's State, civil society, public.
  const readers = [
    'fp.pa',
    'fp.pa-min',
    'sec.rcm',
    'fp.mx',
    'fp.br',
    'editor.ngo',
    undefined,
  ] as const;
  const seen = (id: string) =>
    Promise.all(readers.map(async (as) => (await get(`${FILES}/${id}`, as)).status === 200));
  const attach = async (commitment: string, report: string, name: string) => {
    const { body } = await upload(commitment, name, HONEST);
    const id = String(body['id']);
    const evidence = { kind: 'file', title: 'El informe', file: id };
    await create(`${REPORTS}/${report}/evidence`, 'fp.pa', evidence);
    return id;
  };

  it('is asked at every download and follows the report', async () => {
    const { commitment, report } = await begun({ classification: 'public' });
    const id = await attach(commitment, report.id, 'a.pdf');
    const only = [true, false, false, false, false, false, false];
    expect(await seen(id)).toEqual(only);
    await act(report.id, 'fp.pa', 'draft', draft());
    await act(report.id, 'fp.pa', 'submission');
    expect(await seen(id)).toEqual([true, true, true, false, false, false, false]);
    await act(report.id, 'sec.rcm', 'return', { reason: 'Falta el anexo de septiembre' });
    const later = await attach(commitment, report.id, 'b.pdf');
    expect(await seen(id)).toEqual([true, true, true, false, false, false, false]);
    expect(await seen(later)).toEqual(only);
    await act(report.id, 'fp.pa', 'submission');
    await act(report.id, 'sec.rcm', 'acceptance');
    expect(await seen(later)).toEqual([true, true, true, true, true, true, false]);
    await act(report.id, 'sec.rcm', 'publication');
    expect(await seen(id)).toEqual([true, true, true, true, true, true, true]);
    await owner.query(`update commitment set classification = 'restricted' where id = $1`, [
      commitment,
    ]);
    await seen(id);
    const { rows } = await owner.query<{ reads: number }>(
      `select count(*)::int as reads from read_log where record_id = $1 and record_kind = 'commitment'`,
      [commitment],
    );
    // The four who are no party to it.
    expect(rows).toEqual([{ reads: 4 }]);
    await owner.query(
      `update commitment set audience_id = 0, classification = 'confidential' where id = $1`,
      [commitment],
    );
    expect(await seen(id)).toEqual([true, true, true, false, false, false, false]);
  });

  it('of another commitment cannot be borrowed', async () => {
    const mine = await begun();
    const other = await begun();
    const { body } = await upload(other.commitment, 'a.pdf', HONEST);
    const evidence = { kind: 'file', title: 'El informe', file: String(body['id']) };
    const answer = await create(`${REPORTS}/${mine.report.id}/evidence`, 'fp.pa', evidence);
    expect(rules(answer.body)).toEqual([['/file', 'unknown-record']]);
  });
});
