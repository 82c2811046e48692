import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStartPage, type StartPage } from './start-page.js';

/** A built web in small: `$'` would be a pattern, were it not put in as it stands. */
const FILES = {
  'index.html':
    '<head><script src="/first.js"></script><link rel="stylesheet" href="/styles-ABCDEFGH.css"></head>' +
    '<body><link rel="modulepreload" href="/chunk-a.js"><script src="/main.js" type="module"></script></body>',
  'first.js': "globalThis.price = '$&';",
  'styles-ABCDEFGH.css': 'p { color: red }',
  'scorecard.routes-ABCDEFGH.js':
    'import{a}from"./chunk-a.js";import"./chunk-b.js";import("./chunk-d.js")',
  'scorecard.routes-ABCDEFGH.js.br': '',
  'chunk-a.js': '',
  'chunk-b.js': 'import{c}from"./chunk-c.js";',
  'chunk-c.js': 'import{b}from"./chunk-b.js";',
};

describe('The start page', () => {
  let root: string;
  let page: StartPage;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'enlace-start-page-'));
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(root, name), content);
    page = await readStartPage(root);
  });
  afterAll(async () => {
    await rm(root, { recursive: true });
  });

  it('holds its styles and its first script, which the policy knows by its hash', () => {
    const { html } = page.at('/desk');
    expect(html).toContain('<style>p { color: red }</style>');
    expect(html).toContain(`<script>${FILES['first.js']}</script>`);
    expect(html).toContain('<script src="/main.js" type="module">');
    const hash = createHash('sha256').update(FILES['first.js']).digest('base64');
    expect(page.scripts).toEqual([`'sha256-${hash}'`]);
  });

  it('names what the addressed screen needs before it runs, and each script once', () => {
    const preloaded = (path: string) =>
      [...page.at(path).html.matchAll(/modulepreload" href="\/([^"]+)"/g)].map(([, file]) => file);
    const needed = ['chunk-a.js', 'scorecard.routes-ABCDEFGH.js', 'chunk-b.js', 'chunk-c.js'];
    expect(preloaded('/scorecards/PAN')).toEqual(needed);
    expect(preloaded('/scorecards')).toEqual(needed);
    expect(preloaded('/scorecardsome')).toEqual(['chunk-a.js']);
    expect(preloaded('/')).toEqual(['chunk-a.js']);
  });

  it('is the same packed, and another page has another version', () => {
    const { html, brotli, etag } = page.at('/scorecards');
    expect(brotliDecompressSync(brotli).toString()).toBe(html);
    expect(page.at('/').etag).not.toBe(etag);
  });
});
