import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { Problem } from '../problems/index.js';
import { checkFile } from './check-file.js';
import { ascii85, docx, docxParts, exif, jpeg, pdf, png, xlsx, zip } from './files.harness.js';

const HONEST = 'En septiembre llegaron 120 personas por tres pasos';
const PASSPORT = 'Pasaporte AB1234567 de la madre';

/** What the check says: the type it is kept as, or why it is refused. */
const said = async (bytes: Buffer, name: string): Promise<string> => {
  try {
    return (await checkFile(bytes, name)).mediaType;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.options.errors?.[0]?.rule ?? error.code;
  }
};

const EXE = Buffer.concat([
  Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'),
  Buffer.alloc(500),
]);
const relation = (type: string): Record<string, string> => ({
  'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r9" TargetMode="External" Target="https://example.org/x"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}"/></Relationships>`,
});

describe('what a file is', () => {
  it.each([
    ['a PDF', pdf(HONEST), 'informe.pdf', 'application/pdf'],
    [
      'a document',
      docx([HONEST]),
      'informe.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a workbook',
      xlsx([HONEST]),
      'cifras.XLSX',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a table', Buffer.from('mes;llegadas\n2026-09;120\n'), 'cifras.csv', 'text/csv'],
    [
      'a table of an old spreadsheet',
      Buffer.from('mes,día\n2026-09,miércoles\n', 'latin1'),
      'a.csv',
      'text/csv',
    ],
    ['a PNG', png(), 'foto.png', 'image/png'],
    ['a JPEG', jpeg(), 'foto.jpeg', 'image/jpeg'],
    ['a document with a link', docx([HONEST], relation('hyperlink')), 'a.docx', expect.any(String)],
  ])('takes %s', async (_what, bytes, name, expected) => {
    expect(await said(bytes, name)).toEqual(expected);
  });

  it.each([
    ['a program named PDF', EXE, 'informe.pdf', 'file-type-not-supported'],
    ['a page named CSV', Buffer.from('<html>a,b</html>'), 'a.csv', 'file-type-not-supported'],
    ['an archive', zip({ 'a.txt': 'a' }), 'a.zip', 'file-type-not-supported'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
      'file-type-not-supported',
    ],
    ['a PDF named document', pdf(HONEST), 'informe.docx', 'not-accepted'],
    ['a picture named PDF', png(), 'informe.pdf', 'not-accepted'],
    ['a file without an ending', pdf(HONEST), 'informe', 'not-accepted'],
  ])('refuses %s', async (_what, bytes, name, expected) => {
    expect(await said(bytes, name)).toBe(expected);
  });
});

describe('personal data', () => {
  it.each([
    ['a PDF', pdf(PASSPORT), 'a.pdf'],
    [
      'a document whose number is in two runs',
      docx(['Pasaporte AB12', '34567 de la madre']),
      'a.docx',
    ],
    ['a workbook, word and number in two cells', xlsx(['Pasaporte', 'AB1234567']), 'a.xlsx'],
    ['a table', Buffer.from('nombre;contacto\nAna;ana@example.org\n'), 'a.csv'],
    [
      'a link of a document',
      docx([HONEST], {
        'word/_rels/document.xml.rels': relation('hyperlink')[
          'word/_rels/document.xml.rels'
        ]!.replace('https://example.org/x', 'mailto:ana@example.org'),
      }),
      'a.docx',
    ],
    [
      'the far end of a long table',
      Buffer.from(`a;b\n${'120;340\n'.repeat(3000)}x;ana@example.org\n`),
      'a.csv',
    ],
  ])('in %s is refused', async (_what, bytes, name) => {
    expect(await said(bytes, name)).toBe('personal-data');
  });
});

describe('files that do more than they show', () => {
  const expanding = deflateSync(Buffer.alloc(150_000_000));
  it.each([
    [
      'a script',
      pdf(HONEST, { catalog: '/OpenAction << /S /JavaScript /JS (app.alert) >>' }),
      'a.pdf',
      'file-active',
    ],
    [
      'a script under a disguised name',
      pdf(HONEST, { catalog: '/AA << /J#61vaScript 9 0 R >>' }),
      'a.pdf',
      'file-active',
    ],
    [
      'a file inside',
      pdf(HONEST, { catalog: '/Names << /EmbeddedFiles 9 0 R >>' }),
      'a.pdf',
      'file-active',
    ],
    [
      'an archive at its end',
      Buffer.concat([pdf(HONEST), zip({ a: 'b' })]),
      'a.pdf',
      'file-active',
    ],
    ['a stream without end', pdf('', { stream: expanding }), 'a.pdf', 'file-expands'],
    [
      'packing in packing',
      pdf('', { stream: deflateSync(expanding), filter: '/Filter [/FlateDecode /FlateDecode]' }),
      'a.pdf',
      'file-expands',
    ],
    ['macros', docx([HONEST], { 'word/vbaProject.bin': 'x' }), 'a.docx', 'file-active'],
    [
      'an embedded object',
      docx([HONEST], { 'word/embeddings/oleObject1.bin': 'x' }),
      'a.docx',
      'file-active',
    ],
    [
      'a template from elsewhere',
      docx([HONEST], relation('attachedTemplate')),
      'a.docx',
      'file-active',
    ],
    ['a picture from elsewhere', docx([HONEST], relation('image')), 'a.docx', 'file-active'],
    [
      'entities of its own',
      docx([HONEST], { 'word/a.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'a.docx',
      'file-active',
    ],
    [
      'a way out of its folder',
      docx([HONEST], { '../evil.xml': '<a/>' }),
      'a.docx',
      'file-damaged',
    ],
    [
      'something behind its end',
      Buffer.concat([docx([HONEST]), Buffer.from('x')]),
      'a.docx',
      'file-damaged',
    ],
    [
      'more in its archive than a document ever holds',
      zip(docxParts([HONEST]), { deflated: true, size: 300_000_000 }),
      'a.docx',
      'file-expands',
    ],
    [
      'a part that holds more than it says',
      zip(docxParts([HONEST], { 'word/a.xml': Buffer.alloc(50_000_000, '<a/>') }), {
        deflated: true,
        size: 100,
      }),
      'a.docx',
      'file-damaged',
    ],
    [
      'a password, as Office sets it',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(512),
      ]),
      'a.docx',
      'file-locked',
    ],
    [
      'a password, as archivers set it',
      zip(docxParts([HONEST]), { deflated: true, flag: 1 }),
      'a.docx',
      'file-locked',
    ],
    [
      'thousands of parts',
      docx(
        [HONEST],
        Object.fromEntries(Array.from({ length: 3001 }, (_x, i) => [`a${i}.xml`, ''])),
      ),
      'a.docx',
      'file-expands',
    ],
    [
      'macros by their type alone',
      docx([HONEST], {
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
      'a.docx',
      'file-type-not-supported',
    ],
    [
      'a page in front of its pages',
      Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), pdf(HONEST)]),
      'a.pdf',
      'file-type-not-supported',
    ],
    [
      'a picture in front of its archive',
      Buffer.concat([png(), docx([HONEST])]),
      'a.docx',
      'not-accepted',
    ],
    [
      'objects packed so that no search finds them',
      pdf(HONEST, {
        stream: ascii85(deflateSync(Buffer.from('1 0 << >>'))),
        filter: '/Type /ObjStm /N 1 /First 4 /Filter [/A85 /Fl]',
      }),
      'a.pdf',
      'file-active',
    ],
    ['a size of its own', png({}, 30_000), 'a.png', 'file-expands'],
    ['half of itself', png().subarray(0, 60), 'a.png', 'file-damaged'],
  ])('are refused with %s', async (_what, bytes, name, expected) => {
    expect(await said(bytes, name)).toBe(expected);
  });
});

describe('pictures', () => {
  it('lose every text, time, profile and place, and what is behind their end', async () => {
    const told = {
      tEXt: 'Author\0Ana',
      iTXt: 'x',
      zTXt: 'y',
      eXIf: 'GPS',
      tIME: '1234567',
      iCCP: 'z',
    };
    const kept = await checkFile(Buffer.concat([png(told), Buffer.from('PK behind')]), 'a.png');
    expect(kept.bytes).toEqual(png());
    expect(kept.needsConfirmation).toBe(true);
  });

  it.each([
    ['PNG', png({ eXIf: 'GPS', tEXt: 'Author\0Ana' }), 'a.jpg'],
    ['JPEG', jpeg([[0xe1, exif()]]), 'a.png'],
  ])('a %s named as the other kind is refused', async (_what, bytes, name) => {
    expect(await said(bytes, name)).toBe('not-accepted');
  });

  it('of a telephone keep which way up they are and nothing else', async () => {
    const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Ana</x:xmpmeta>');
    const given = jpeg([
      [0xe1, exif()],
      [0xe1, xmp],
      [0xfe, Buffer.from('Ana')],
      [0xe2, Buffer.from('ICC')],
    ]);
    const { bytes } = await checkFile(Buffer.concat([given, Buffer.from('<?php')]), 'a.jpg');
    const text = bytes.toString('latin1');
    for (const gone of ['GPS', 'Ana', 'xmpmeta', 'ICC', 'JFIF', 'php'])
      expect(text).not.toContain(gone);
    expect(bytes.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe1]));
    expect(bytes.readUInt16BE(4)).toBe(34);
    expect(bytes[2 + 2 + 34 - 7]).toBe(6);
    // Tables, frame and scan are those that were given.
    expect(bytes.subarray(38)).toEqual(jpeg().subarray(2 + 18));
  });

  it('in documents are looked at too', async () => {
    const shown = docx([HONEST], { 'word/media/image1.png': png() });
    expect((await checkFile(shown, 'a.docx')).needsConfirmation).toBe(true);
    expect((await checkFile(docx([HONEST]), 'a.docx')).needsConfirmation).toBe(false);
    expect((await checkFile(pdf(''), 'a.pdf')).needsConfirmation).toBe(true);
    expect((await checkFile(pdf(HONEST), 'a.pdf')).needsConfirmation).toBe(false);
  });
});
