import type { Language } from '@enlace/domain';
import type { SheetTexts } from './sheet-text-types.js';
import { SHEET_TEXTS_EN } from './sheet-texts-en.js';
import { SHEET_TEXTS_ES } from './sheet-texts-es.js';
import { SHEET_TEXTS_FR } from './sheet-texts-fr.js';
import { SHEET_TEXTS_PT } from './sheet-texts-pt.js';

/** Names and headings of the files of follow-up in every language. */
export const SHEET_TEXTS: Readonly<Record<Language, SheetTexts>> = {
  es: SHEET_TEXTS_ES,
  en: SHEET_TEXTS_EN,
  pt: SHEET_TEXTS_PT,
  fr: SHEET_TEXTS_FR,
};
