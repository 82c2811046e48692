/** What an import reads from a file; sex and age band may be missing. */
export const IMPORT_COLUMNS = ['period', 'nationality', 'count', 'sex', 'ageBand'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Headings in es, en, pt and fr, without accents, spaces and signs; the likeliest first. */
const HEADINGS: Readonly<Record<ImportColumn, readonly string[]>> = {
  period:
    'periodo period periode mes month mois t fecha date data ano anio year annee mesyano'.split(
      ' ',
    ),
  nationality: (
    'nacionalidad nationality nacionalidade nationalite nat codigodenacionalidad nationalitycode ' +
    'ciudadania citizenship cidadania citoyennete paisdenacionalidad countryofnationality ' +
    'paisdeorigen countryoforigin paysdorigine pais country pays iso3'
  ).split(' '),
  count: (
    'n count conteo cantidad quantidade nombredepersonnes numero number effectif personas persons ' +
    'people pessoas personnes eventos events evenements casos cases cas valor value valeur total'
  ).split(' '),
  sex: 'sexo sex sexe genero gender genre'.split(' '),
  ageBand: (
    'edad age idade grupodeedad rangodeedad grupoetario grupodeedades ageband agegroup ' +
    'faixaetaria trancheage tranchedage groupedage'
  ).split(' '),
};

/** A heading or code without accents, case, spaces and signs, so that spellings meet. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Proposes which heading holds what; null where none is recognized. Whoever imports may change it. */
export const guessColumns = (
  headings: readonly string[],
): Readonly<Record<ImportColumn, string | null>> => {
  const byPlain = new Map(headings.map((heading) => [plainText(heading), heading]));
  const found = (column: ImportColumn): string | null => {
    const known = HEADINGS[column].find((heading) => byPlain.has(heading));
    return known === undefined ? null : (byPlain.get(known) ?? null);
  };
  return {
    period: found('period'),
    nationality: found('nationality'),
    count: found('count'),
    sex: found('sex'),
    ageBand: found('ageBand'),
  };
};
