import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { Problem } from '../problems/index.js';
import { checkFile } from './check-file.js';
import { ascii85, lzw, pdf } from './files.harness.js';
import { LOCKED, OPEN_BUT_ENCRYPTED } from './locked-pdf.harness.js';

const HONEST = 'En septiembre llegaron 120 personas por tres pasos';
const PASSPORT = 'Pasaporte AB1234567 de la madre';

/** The rule that refuses it. */
const ruleOf = (bytes: Buffer): Promise<unknown> =>
  checkFile(bytes, 'a.pdf').then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error.options.errors?.[0]?.rule : error),
  );

describe('text of a PDF', () => {
  const packed = (words: string): readonly (readonly [how: string, bytes: Buffer])[] => {
    const drawn = Buffer.from(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`);
    const of = (filter: string, stream: Buffer): Buffer =>
      pdf('', { filter: `/Filter ${filter}`, stream });
    return [
      [
        'ASCII85 around deflated text',
        of('[/ASCII85Decode /FlateDecode]', ascii85(deflateSync(drawn))),
      ],
      ['the short names of both', of('[ /A85 /Fl ]', ascii85(deflateSync(drawn)))],
      ['ASCII85 alone', of('/ASCII85Decode', ascii85(drawn))],
      ['LZW', of('/LZWDecode', lzw(drawn))],
      ['ASCII85 around LZW', of('[/ASCII85Decode /LZWDecode]', ascii85(lzw(drawn)))],
      ['hexadecimal digits', of('/ASCIIHexDecode', Buffer.from(`${drawn.toString('hex')}>`))],
    ];
  };

  it.each(packed(HONEST))('in %s is read', async (_how, bytes) => {
    expect(await checkFile(bytes, 'a.pdf')).toMatchObject({
      ...{ mediaType: 'application/pdf', needsConfirmation: false },
    });
  });

  it.each(packed(PASSPORT))('in %s is searched for personal data', async (_how, bytes) => {
    expect(await ruleOf(bytes)).toBe('personal-data');
  });

  it.each([
    ['with a password', LOCKED],
    ['without one, as "do not print" is written', OPEN_BUT_ENCRYPTED],
  ])('that is encrypted %s is refused by that name', async (_how, bytes) => {
    expect(await ruleOf(bytes)).toBe('file-locked');
  });
});
