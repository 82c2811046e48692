import { describe, expect, it } from '@jest/globals';
import { readSourceFile } from './source-file.js';

const cellsOf = async (text: string): Promise<readonly (readonly string[])[]> => {
  const { headings, rows, faults } = await readSourceFile(text);
  expect(faults).toEqual([]);
  return [headings, ...rows.map(({ cells }) => cells)];
};

describe('a source file', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['no last line end', 'a,b\n1,2'],
    ['blank lines', 'a,b\n\n , \n1,2\n\n'],
    ['quotes', '"a","b"\n"1","2"\n'],
  ])('is read with %s', async (_what, text) => {
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps separators, quotes and line ends inside quotes', async () => {
    expect(await cellsOf('"a;x",b\n"1,5","say ""no""\nnow"\n')).toEqual([
      ['a;x', 'b'],
      ['1,5', 'say "no"\nnow'],
    ]);
  });

  it.each([
    ['', 'file-empty'],
    ['a,b\n', 'file-empty'],
    ['a,b\n"1,2\n', 'file-unreadable'],
    ['a,b\n1,\uFFFD\n', 'not-utf-8'],
  ])('says why %j cannot be read', async (text, rule) => {
    const { rows, faults } = await readSourceFile(text);
    expect(rows).toEqual([]);
    expect(faults).toMatchObject([{ rule }]);
  });
});
