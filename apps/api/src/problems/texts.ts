import type { Language } from '@enlace/domain';
import type { ProblemTexts } from './problem-texts.js';
import { TEXTS_EN } from './texts-en.js';
import { TEXTS_ES } from './texts-es.js';
import { TEXTS_FR } from './texts-fr.js';
import { TEXTS_PT } from './texts-pt.js';

/** All texts of problems and rules. */
export const TEXTS: Readonly<Record<Language, ProblemTexts>> = {
  es: TEXTS_ES,
  en: TEXTS_EN,
  pt: TEXTS_PT,
  fr: TEXTS_FR,
};
