import type { Language } from '../codes/participants.js';

/** A label for every code in every language; a missing one does not compile. */
export type Labels<Code extends string> = Readonly<
  Record<Language, Readonly<Record<Code, string>>>
>;
