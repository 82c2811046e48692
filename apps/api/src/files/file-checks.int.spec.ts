import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { Problem } from '../problems/index.js';
import {
  api,
  begun,
  COMMITMENTS,
  useReports,
} from '../progress-reports/progress-reports.harness.js';
import { CHECK_LIMITS, FileChecks, type CheckLimits } from './file-checks.js';
import { ascii85, pdf, png } from './files.harness.js';

useReports();

const HONEST = pdf('En septiembre llegaron 120 personas por tres pasos');
/** 4 million words on one page: 220 kB that keep a reader of PDF busy until its limit. */
const BUSY = pdf('', {
  stream: deflateSync(Buffer.from('BT /F1 12 Tf (a) Tj ET\n'.repeat(4_000_000))),
});
/** 2 GB of nothing in 2.5 MB, where only the reader of PDF sees what comes out. */
const EXPANDING = pdf('', {
  ...{ filter: '/Filter [/A85 /Fl]' },
  stream: ascii85(deflateSync(Buffer.alloc(2_000_000_000))),
});

const checks = (limits: Partial<CheckLimits>): FileChecks =>
  new FileChecks({ ...CHECK_LIMITS, ...limits });
const said = (check: Promise<{ readonly mediaType: string }>): Promise<unknown> =>
  check.then(
    ({ mediaType }) => mediaType,
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.options.errors?.[0]?.rule ?? error.code;
    },
  );

describe('checks of files in threads of their own', () => {
  it('say what the check says', async () => {
    const kept = await checks({}).check(png({ tEXt: 'Author\0Ana' }), 'a.png');
    expect(kept).toEqual({ mediaType: 'image/png', bytes: png(), needsConfirmation: true });
    expect(await said(checks({}).check(pdf('Pasaporte AB1234567'), 'a.pdf'))).toBe('personal-data');
    expect(await said(checks({}).check(Buffer.from('MZ\x90\0'), 'a.pdf'))).toBe(
      'file-type-not-supported',
    );
  });

  it('end when their time is over, and the next file has its turn', async () => {
    const one = checks({ atOnce: 1, milliseconds: 1500 });
    const began = Date.now();
    const all = [one.check(BUSY, 'a.pdf'), one.check(HONEST, 'b.pdf')].map(said);
    expect(await Promise.all(all)).toEqual(['file-slow', 'application/pdf']);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('end when they take too much memory, in the heap and outside of it', async () => {
    const small = checks({ megabytes: 150, milliseconds: 60_000 });
    expect(await said(small.check(BUSY, 'a.pdf'))).toBe('file-expands');
    expect(await said(small.check(EXPANDING, 'a.pdf'))).toBe('file-expands');
  }, 60_000);

  it('send a file away while too many wait', async () => {
    const few = checks({ atOnce: 1, waiting: 1 });
    const all = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => few.check(HONEST, name));
    await expect(all[2]).rejects.toMatchObject({
      ...{ code: 'files-busy', status: 503, options: { headers: { 'retry-after': '5' } } },
    });
    expect(await Promise.all(all.slice(0, 2).map(said))).toEqual(
      new Array(2).fill('application/pdf'),
    );
    expect(await said(few.check(HONEST, 'd.pdf'))).toBe('application/pdf');
  });
});

describe('the API while a hostile file is checked', () => {
  it('answers others at once', async () => {
    const { commitment } = await begun();
    // As large as a file may be: what is behind the page is nothing that a reader needs.
    const large = Buffer.concat([
      BUSY,
      Buffer.alloc(9_500_000, '% nothing\n'),
      BUSY.subarray(-200),
    ]);
    const upload = api.request(`${COMMITMENTS}/${commitment}/files`, {
      ...{ as: 'fp.pa', method: 'POST', body: large },
      headers: {
        ...{ 'content-type': 'application/octet-stream', 'x-file-name': 'a.pdf' },
        'idempotency-key': randomUUID(),
      },
    });
    const isOver = (): Promise<boolean> =>
      Promise.race([upload.then(() => true), setImmediate(false)]);
    let answered = 0;
    while (!(await isOver())) {
      const { status } = await api.request(`${COMMITMENTS}/${commitment}`, { as: 'fp.pa' });
      expect(status).toBe(200);
      answered += 1;
    }
    expect((await upload).status).toBe(422);
    // The check takes 10 to 15 s; in this process the first of them would have waited for its end.
    expect(answered).toBeGreaterThan(20);
  }, 60_000);
});
