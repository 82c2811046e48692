import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Screens that the public opens by address, each with the part of the web that draws it. */
const SCREENS: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, 'home'],
  [/^\/scorecards(\/|$)/, 'scorecard'],
  [/^\/arrivals$/, 'overview'],
  [/^\/commitments$/, 'commitments'],
  [/^\/commitments\/./, 'commitment'],
];

/** One form of the page, also as Brotli packs it. */
interface Packed {
  readonly html: string;
  readonly brotli: Buffer;
  readonly etag: string;
}

/** The page that every address of a screen gets. */
export interface StartPage {
  /** Sources for the content security policy: the hashes of the scripts inside the page. */
  readonly scripts: readonly string[];
  /** The page for one address; it names the scripts of that screen. */
  at(path: string): Packed;
}

/**
 * Reads the built page and puts its styles and its first script inside, so that the first paint
 * waits for this one answer.
 */
export async function readStartPage(root: string): Promise<StartPage> {
  const scripts: string[] = [];
  const built = await readFile(join(root, 'index.html'), 'utf8');
  const styled = await replaced(built, /<link rel="stylesheet" href="\/([\w.-]+\.css)">/g, (file) =>
    readFile(join(root, file), 'utf8').then((css) => `<style>${css}</style>`),
  );
  const whole = await replaced(
    styled,
    /<script src="\/([\w.-]+\.js)"><\/script>/g,
    async (file) => {
      const code = await readFile(join(root, file), 'utf8');
      scripts.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
      return `<script>${code}</script>`;
    },
  );
  const plain = packed(whole);
  const screens = await Promise.all(
    SCREENS.map(
      async ([address, part]) => [address, packed(await announce(root, whole, part))] as const,
    ),
  );
  return {
    scripts,
    at: (path) => screens.find(([address]) => address.test(path))?.[1] ?? plain,
  };
}

const packed = (html: string): Packed => ({
  html,
  brotli: brotliCompressSync(html),
  etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
});

/** Names the scripts of a part in the page, so that none waits until another has asked for it. */
async function announce(root: string, html: string, part: string): Promise<string> {
  const entry = (await readdir(root)).find(
    (file) => file.startsWith(`${part}.routes-`) && file.endsWith('.js'),
  );
  if (entry === undefined) return html;
  const links = [...(await imported(root, entry, new Set()))]
    .filter((file) => !html.includes(`/${file}"`))
    .map((file) => `<link rel="modulepreload" href="/${file}">`);
  return html.replace('</body>', () => `${links.join('')}</body>`);
}

/** A script with everything it needs before it runs. */
async function imported(root: string, file: string, known: Set<string>): Promise<Set<string>> {
  if (known.has(file)) return known;
  known.add(file);
  const code = await readFile(join(root, file), 'utf8');
  for (const [, needed = ''] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
    await imported(root, needed, known);
  return known;
}

async function replaced(
  text: string,
  pattern: RegExp,
  replacement: (file: string) => Promise<string>,
): Promise<string> {
  let result = text;
  for (const [link, file = ''] of text.matchAll(pattern)) {
    const instead = await replacement(file);
    result = result.replace(link, () => instead);
  }
  return result;
}
