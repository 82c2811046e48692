/** Characters that no table of text holds. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** How a page or a program begins. */
const NO_TABLE = /^\s*(?:<|#!|%!|MZ|\{\\rtf)/;
const DELIMITERS = [',', ';', '\t'];

/** The text of a table of at least two columns, in UTF-8, UTF-16 or the encoding of old spreadsheets. */
export function readCsv(bytes: Buffer): string | null {
  const text = decoded(bytes);
  if (CONTROL.test(text) || NO_TABLE.test(text)) return null;
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  return DELIMITERS.some((one) => heading.includes(one)) ? text : null;
}

function decoded(bytes: Buffer): string {
  try {
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
