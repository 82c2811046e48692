import type { PracticeWords } from '@enlace/contract';
import type { StaleLine } from '../../../pattern/form/stale-versions';
import type { PracticeForm } from './practice-form.model';

/** A part of what a practice says, as one text. */
const toldWords = (part: PracticeWords[keyof PracticeWords]): string =>
  typeof part === 'string'
    ? part
    : part.map((item, at) => `${at + 1}. ${Object.values(item).join('. ')}`).join('\n');

const told = (
  form: PracticeForm,
  text: (key: string) => string,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    (Object.keys(form.words) as (keyof PracticeWords)[]).map((field) => [
      text(`practices.label.${field}`),
      toldWords(form.words[field]),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(form.translations).flatMap(([language, { words }]) =>
      (Object.keys(words) as (keyof PracticeWords)[]).map((field) => [
        `${text(`practices.label.${field}`)} (${language})`,
        toldWords(words[field]),
      ]),
    ),
  ),
  ...Object.fromEntries(
    Object.entries({
      ...form.facts,
      files: form.facts.files.map(({ title }) => title),
    }).map(([fact, value]) => [
      text(`practices.label.${fact}`),
      Array.isArray(value) ? value.join(', ') : String(value ?? ''),
    ]),
  ),
  [text('practices.label.audience')]: form.audience.classification,
});

/** What differs between two forms, part by part in the reader's words. */
export const staleLines = (
  theirs: PracticeForm,
  ours: PracticeForm,
  text: (key: string) => string,
): readonly StaleLine[] => {
  const [now, mine] = [told(theirs, text), told(ours, text)];
  return [...new Set([...Object.keys(now), ...Object.keys(mine)])]
    .map((label) => ({ label, theirs: now[label] ?? '', ours: mine[label] ?? '' }))
    .filter((line) => line.theirs !== line.ours);
};
