import type { Finder } from './finder.js';
import { countDigits } from './finder.js';

const phone = (pattern: RegExp, accepts?: Finder['accepts']): Finder => ({
  kind: 'phone',
  pattern,
  ...(accepts ? { accepts } : {}),
});

const PHONE_WORD =
  '(?:telefonos?|telefones?|telephones?|tel\\.?|telf\\.?|tlf\\.?|fono|fone|phones?|ph\\.|celular(?:es)?|' +
  'cel\\.?|movil|mobile|cell|whats\\s?app|whats|wsp|wpp|wa|zap|zapzap|signal|telegram|viber|imo app|' +
  'llamar|llame|llamen|llamada|marcar|contactar|contacto|contatar|contato|contact|call|text|sms|' +
  'ligar|ligue|liguem|chamar|appeler|appelez|joindre|joignable|portable|fijo|linea|numero|nro\\.?|mi numero)';

const LINK =
  '(?:[\\s:#,(/]|\\b(?:al|a|el|la|de|del|su|en|no|nr|num|numero|number|ao|o|au|le|du|at|on|me|him|her|familiar|es|is|com|para|pelo|por|to|urgente|personal|madre|padre|esposo|hermano|mae|pai|mother|father|this)\\b\\.?|n[°º.]){0,6}';

const DIGIT_WORD =
  '(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|one|two|three|four|five|six|seven|' +
  'eight|nine|oh|um|dois|quatro|sete|oito|nove|meia|un|deux|trois|quatre|cinq|sept|huit|neuf)';

const DOT =
  '(?:\\s?\\.\\s?|\\s?[([{]\\s?(?:dot|punto|ponto|point)\\s?[)\\]}]\\s?|\\s(?:dot|punto|ponto|point)\\s)';
const AT =
  '(?:\\s?@\\s?|\\s?[([{]\\s?(?:at|arroba|arrobas|arobase|@)\\s?[)\\]}]\\s?|\\s(?:arroba|arobase|at sign)\\s)';

const bothRound = (match: string): boolean => match.split('-').every((part) => part.endsWith('0'));

/** Numbers of telephones, abroad and at home, and addresses of electronic mail. */
export const CONTACT_FINDERS: readonly Finder[] = [
  {
    kind: 'email',
    pattern: new RegExp(
      `[a-z0-9][\\w.+%-]*${AT}[a-z0-9-]+(?:${DOT}[a-z0-9-]+)*${DOT}[a-z]{2,}`,
      'g',
    ),
    within: 'everything',
  },
  // Abroad: plus or 00, then the number in any grouping.
  phone(/\+\s?\(?\d(?:[\s().\-/]{0,2}\d){7,14}/g),
  phone(/(?<!\d)00\s?[1-9](?:[\s().-]{0,2}\d){8,13}(?!\d)/g),
  // North America, and everybody who writes three, three and four.
  phone(/(?<![\d.,-])(?:1[-. ])?\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}(?![\d.,]*\d)/g),
  // Brazil.
  phone(/(?<!\d)\(?0?\d{2}\)?\s?9?\s?\d{4}[-. ]\d{4}(?!\d)/g, (match) => countDigits(match) >= 10),
  phone(/(?<!\d)9\s?\d{4}[-. ]\d{4}(?!\d)/g),
  // Area code in parentheses.
  phone(/\(0?\d{1,3}\)\s?\d{3,4}[-. ]?\d{3,4}(?!\d)/g),
  // Mexico; Argentina; Colombia in pairs; Venezuela; French departments.
  phone(/(?<![\d.,])\d{2}[ -]\d{4}[ -]\d{4}(?!\d)/g),
  phone(/(?<!\d)3\d{2}[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}(?!\d)/g),
  phone(/(?<!\d)0\d{3}[-. ]?\d{3}[-. ]?\d{2}[-. ]?\d{2}(?!\d)/g),
  phone(/(?<!\d)0\d{2}[-. ]\d{3}[-. ]?\d{3,4}(?!\d)/g),
  phone(/(?<!\d)0\d(?:[ .-]\d{2}){4}(?!\d)/g),
  phone(/(?<!\d)0\d{3}(?:[ .-]\d{2}){3}(?!\d)/g),
  // Central America: four and four; ranges of years or round numbers are none.
  phone(/(?<![\d./-])[2-9]\d{3}-\d{4}(?![\d/-])/g, (match) => !bothRound(match)),
  // Any seven digits or more after a word that announces a number to call.
  phone(
    new RegExp(
      `(?<![a-z])${PHONE_WORD}(?![a-z])${LINK}\\+?\\(?\\d(?:[\\s().\\-/]{0,2}\\d){6,14}`,
      'g',
    ),
  ),
  // Digits one by one, in figures or in words.
  phone(/(?<![\d.,])\d(?:[ .\-_]\d){7,14}(?![\d.,])/g),
  phone(new RegExp(`\\b${DIGIT_WORD}(?:[\\s,.-]{1,2}${DIGIT_WORD}){6,}\\b`, 'g')),
];
