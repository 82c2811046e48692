import { NATIONALITIES, findNationality } from './nationalities.js';
import type { Language } from './participants.js';

type Names = Readonly<Record<Language, string>>;

/**
 * Names of our own: of codes that runtimes do not know, and where the name most runtimes give is
 * ambiguous, abbreviated, or differs between the two Congos and the two parts of Saint Martin only
 * by a word that a reader in a hurry overlooks.
 */
const OWN_NAMES: ReadonlyMap<string, Names> = new Map(
  Object.entries({
    XXA: { es: 'Apátrida', en: 'Stateless', pt: 'Apátrida', fr: 'Apatride' },
    XXB: {
      es: 'Refugiado (Convención de 1951)',
      en: 'Refugee (1951 Convention)',
      pt: 'Refugiado (Convenção de 1951)',
      fr: 'Réfugié (Convention de 1951)',
    },
    XXC: {
      es: 'Refugiado (otro)',
      en: 'Refugee (other)',
      pt: 'Refugiado (outro)',
      fr: 'Réfugié (autre)',
    },
    XXX: {
      es: 'Nacionalidad no especificada',
      en: 'Unspecified nationality',
      pt: 'Nacionalidade não especificada',
      fr: 'Nationalité non précisée',
    },
    COG: {
      es: 'Congo (República del)',
      en: 'Congo (Republic of the)',
      pt: 'Congo (República do)',
      fr: 'Congo (République du)',
    },
    COD: {
      es: 'Congo (República Democrática del)',
      en: 'Congo (Democratic Republic of the)',
      pt: 'Congo (República Democrática do)',
      fr: 'Congo (République démocratique du)',
    },
    HKG: { es: 'Hong Kong', en: 'Hong Kong', pt: 'Hong Kong', fr: 'Hong Kong' },
    MAC: { es: 'Macao', en: 'Macao', pt: 'Macau', fr: 'Macao' },
    MAF: {
      es: 'San Martín (parte francesa)',
      en: 'Saint Martin (French part)',
      pt: 'São Martinho (parte francesa)',
      fr: 'Saint-Martin (partie française)',
    },
    SXM: {
      es: 'San Martín (parte neerlandesa)',
      en: 'Sint Maarten (Dutch part)',
      pt: 'São Martinho (parte neerlandesa)',
      fr: 'Saint-Martin (partie néerlandaise)',
    },
    MMR: { es: 'Myanmar', en: 'Myanmar', pt: 'Mianmar', fr: 'Myanmar' },
    PSE: { es: 'Palestina', en: 'Palestine', pt: 'Palestina', fr: 'Palestine' },
    CIV: { es: 'Côte d’Ivoire', en: 'Côte d’Ivoire', pt: 'Costa do Marfim', fr: 'Côte d’Ivoire' },
    CPV: { es: 'Cabo Verde', en: 'Cabo Verde', pt: 'Cabo Verde', fr: 'Cabo Verde' },
    SWZ: { es: 'Eswatini', en: 'Eswatini', pt: 'Essuatíni', fr: 'Eswatini' },
    TLS: { es: 'Timor-Leste', en: 'Timor-Leste', pt: 'Timor-Leste', fr: 'Timor-Leste' },
    UMI: {
      es: 'Islas menores alejadas de los Estados Unidos',
      en: 'United States Minor Outlying Islands',
      pt: 'Ilhas Menores Distantes dos Estados Unidos',
      fr: 'Îles mineures éloignées des États-Unis',
    },
  }),
);

// Building these is slow, so one of each language is kept.
const displayNames = new Map<Language, Intl.DisplayNames>();

const displayNamesIn = (language: Language): Intl.DisplayNames => {
  const kept = displayNames.get(language);
  if (kept) return kept;
  const made = new Intl.DisplayNames([language], { type: 'region' });
  displayNames.set(language, made);
  return made;
};

/** Name of a nationality's State or status in a language; an unknown code is returned as it is. */
export const nationalityName = (code: string, language: Language): string => {
  const own = OWN_NAMES.get(code);
  if (own) return own[language];
  const alpha2 = findNationality(code)?.alpha2;
  return (alpha2 && displayNamesIn(language).of(alpha2)) ?? code;
};

/** All codes with their names, sorted as a reader of that language expects. */
export const nationalitiesByName = (
  language: Language,
): readonly { readonly code: string; readonly name: string }[] => {
  const collator = new Intl.Collator(language);
  return NATIONALITIES.map(({ code }) => ({ code, name: nationalityName(code, language) })).sort(
    (one, other) => collator.compare(one.name, other.name),
  );
};
