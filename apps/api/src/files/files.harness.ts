import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** The entries of an archive by their names. */
export type Parts = Readonly<Record<string, string | Buffer>>;

/** A real ZIP of these parts, or one whose entries say another flag or whose last says another size. */
export function zip(
  parts: Parts,
  change: { flag?: number; size?: number; deflated?: boolean } = {},
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const last = Object.keys(parts).at(-1);
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content as string);
    const bytes = change.deflated ? deflateRawSync(plain) : plain;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(change.flag ?? 0, 2);
    fields.writeUInt16LE(change.deflated ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(name === last ? (change.size ?? plain.length) : plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), bytes]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, more, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const types = (main: string, part: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${main}"/></Types>`;
const ROOT = (target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

/** A document of one paragraph, whose runs are given one by one as Word splits them. */
export const docx = (runs: readonly string[], more: Parts = {}): Buffer =>
  zip(docxParts(runs, more));

/** What such a document is made of. */
export const docxParts = (runs: readonly string[], more: Parts = {}): Parts => ({
  '[Content_Types].xml': types(
    `${OFFICE}.wordprocessingml.document.main+xml`,
    '/word/document.xml',
  ),
  '_rels/.rels': ROOT('word/document.xml'),
  'word/document.xml':
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>` +
    `${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p></w:body></w:document>`,
  ...more,
});

/** A workbook of one row; its texts are shared strings, as Excel writes them. */
export const xlsx = (cells: readonly string[], more: Parts = {}): Buffer =>
  zip({
    '[Content_Types].xml': types(`${OFFICE}.spreadsheetml.sheet.main+xml`, '/xl/workbook.xml'),
    '_rels/.rels': ROOT('xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="A" sheetId="1"/></sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst>${cells.map((cell) => `<si><t>${cell}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${cells.map((_cell, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row></sheetData></worksheet>`,
    ...more,
  });

/** A PDF of one page; `content` is what its text operators draw, `catalog` and `trailer` more entries. */
export function pdf(
  words: string,
  {
    catalog = '',
    trailer = '',
    filter = '/Filter /FlateDecode',
    stream,
  }: { catalog?: string; trailer?: string; filter?: string; stream?: Buffer } = {},
): Buffer {
  const drawn = stream ?? deflateSync(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${drawn.length} ${filter} >>\nstream\n`),
      drawn,
      Buffer.from('\nendstream'),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const pieces = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = pieces[0]!.length;
  objects.forEach((object, index) => {
    const piece = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(at);
    at += piece.length;
    pieces.push(piece);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}

/** ASCII85 as PDF writes it. */
export function ascii85(bytes: Buffer): Buffer {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const held = Math.min(4, bytes.length - at);
    let value = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(4 - held)]).readUInt32BE();
    let group = '';
    for (let digit = 0; digit < 5; digit += 1) {
      group = String.fromCharCode(33 + (value % 85)) + group;
      value = Math.floor(value / 85);
    }
    text += held === 4 && group === '!!!!!' ? 'z' : group.slice(0, held + 1);
  }
  return Buffer.from(`${text}~>`);
}

/** LZW that begins anew before its codes would need a tenth bit. */
export function lzw(bytes: Buffer): Buffer {
  const codes = [...bytes].flatMap((byte, at) => (at % 200 === 0 ? [256, byte] : [byte]));
  const bits = [...codes, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
  return Buffer.from(
    (bits.match(/.{1,8}/g) ?? []).map((eight) => parseInt(eight.padEnd(8, '0'), 2)),
  );
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A PNG of one grey dot, or said to be of another size, with more chunks before its end. */
export function png(more: Readonly<Record<string, string>> = {}, size = 1): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...Object.entries(more).map(([type, text]) => chunk(type, Buffer.from(text, 'latin1'))),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** EXIF as a telephone writes it: turned by 90 degrees, and where it was taken. */
export const exif = (): Buffer => {
  const entries = Buffer.alloc(2 + 2 * 12 + 4);
  entries.writeUInt16LE(2, 0);
  Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]).copy(entries, 2);
  // GPSInfo, whose directory follows.
  Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]).copy(entries, 14);
  return Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'),
    entries,
    Buffer.from('GPS 8.4177 -77.0936', 'latin1'),
  ]);
};

/** A grey JPEG of 8 by 8 dots with these segments of applications. */
export function jpeg(more: readonly (readonly [marker: number, data: Buffer])[] = []): Buffer {
  const huffman = (id: number): Buffer => Buffer.from([id, 1, ...new Array<number>(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...more.map(([marker, data]) => segment(marker, data)),
    segment(0xdb, Buffer.from([0, ...new Array<number>(64).fill(1)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, huffman(0)),
    segment(0xc4, huffman(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);
}
