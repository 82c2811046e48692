import { Parser } from 'htmlparser2';
import { fileFault } from './file-fault.js';
import { readArchive, type Archive } from './read-archive.js';

/** Elements after which a new line, or a new cell, begins. */
const LINES = new Set(['p', 'si', 'row', 'tr', 'comment', 'br', 'cr']);
const CELLS = new Set(['c', 'tc', 'tab']);
/** Attributes that say something to people. */
const SAID = ['descr', 'title', 'Target', 'tooltip', 'display'];

const MAIN_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;

/** The text of a document or workbook, and whether it holds pictures, which nobody but people can check. */
export async function readOffice(
  bytes: Buffer,
  kind: keyof typeof MAIN_TYPES,
): Promise<{ text: string; hasPictures: boolean }> {
  const archive = await readArchive(bytes);
  const types = archive.parts.get('[Content_Types].xml') ?? '';
  if (/macroEnabled|vbaProject|oleObject|activeX/i.test(types)) throw fileFault('file-active');
  if (!types.includes(`"${MAIN_TYPES[kind]}"`)) throw fileFault('file-damaged');
  checkLinks(archive);
  const strings: string[] = [];
  const shared = archive.parts.get('xl/sharedStrings.xml');
  if (shared !== undefined) wordsOf(shared, [], strings);
  const texts = [...archive.parts.values()].map((part) => wordsOf(part, strings));
  const hasPictures = archive.names.some((name) => /\/media\/./.test(name));
  return { text: [...texts, ...strings].join('\n'), hasPictures };
}

/** Only links that somebody follows may lead out: templates, pictures and data from elsewhere load by themselves. */
function checkLinks({ parts }: Archive): void {
  for (const [name, part] of parts) {
    if (!name.endsWith('.rels')) continue;
    const parser = new Parser(
      {
        onopentag: (_name, attributes) => {
          const isOutside = attributes['TargetMode']?.toLowerCase() === 'external';
          if (isOutside && !/\/hyperlink$/i.test(attributes['Type'] ?? '')) {
            throw fileFault('file-active');
          }
        },
      },
      { xmlMode: true },
    );
    parser.end(part);
  }
}

/** All words of a part, line by line; `items` takes the shared strings one by one. */
function wordsOf(part: string, strings: readonly string[], items?: string[]): string {
  let text = '';
  let item = 0;
  let cell = '';
  let isShared = false;
  let isValue = false;
  const parser = new Parser(
    {
      onopentag: (full, attributes) => {
        const name = full.slice(full.indexOf(':') + 1);
        if (name === 'c') isShared = attributes['t'] === 's';
        if (name === 'v' && isShared) {
          isValue = true;
          cell = '';
        }
        for (const said of SAID) {
          if (attributes[said] !== undefined) text += ` ${attributes[said]} `;
        }
      },
      ontext: (given) => {
        if (isValue) cell += given;
        else text += given;
      },
      onclosetag: (full) => {
        const name = full.slice(full.indexOf(':') + 1);
        if (name === 'v' && isValue) {
          text += strings[Number(cell)] ?? '';
          isValue = false;
        }
        if (name === 'si') {
          items?.push(text.slice(item));
          item = text.length + 1;
        }
        if (LINES.has(name)) text += '\n';
        else if (CELLS.has(name)) text += ' ';
      },
    },
    { xmlMode: true },
  );
  parser.end(part);
  return text;
}
