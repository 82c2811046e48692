import type { Language } from '@enlace/domain';

type Header = readonly [
  period: string,
  stateCode: string,
  state: string,
  point: string,
  observation: string,
  unit: string,
  firstEntry: string,
  nationalityCode: string,
  nationality: string,
  detail: string,
  value: string,
  low: string,
  middle: string,
  high: string,
];

/** Column heads and words of the export. */
export const CSV_TEXTS: Readonly<
  Record<Language, { readonly header: Header; readonly yes: string; readonly no: string }>
> = {
  es: {
    header: [
      ...(['Período', 'Código del Estado', 'Estado', 'Punto de cruce'] as const),
      ...(['Observación', 'Unidad', 'Cuenta como primera entrada'] as const),
      ...(['Código de nacionalidad', 'Nacionalidad', 'Detalle'] as const),
      ...(['Valor exacto', 'Mínimo', 'Valor medio', 'Máximo'] as const),
    ],
    yes: 'sí',
    no: 'no',
  },
  en: {
    header: [
      ...(['Period', 'State code', 'State', 'Crossing point'] as const),
      ...(['Observation', 'Unit', 'Counts as first entry'] as const),
      ...(['Nationality code', 'Nationality', 'Detail'] as const),
      ...(['Exact value', 'Low', 'Middle', 'High'] as const),
    ],
    yes: 'yes',
    no: 'no',
  },
  pt: {
    header: [
      ...(['Período', 'Código do Estado', 'Estado', 'Ponto de passagem'] as const),
      ...(['Observação', 'Unidade', 'Conta como primeira entrada'] as const),
      ...(['Código da nacionalidade', 'Nacionalidade', 'Detalhe'] as const),
      ...(['Valor exato', 'Mínimo', 'Valor médio', 'Máximo'] as const),
    ],
    yes: 'sim',
    no: 'não',
  },
  fr: {
    header: [
      ...(['Période', 'Code de l’État', 'État', 'Point de passage'] as const),
      ...(['Observation', 'Unité', 'Compte comme première entrée'] as const),
      ...(['Code de nationalité', 'Nationalité', 'Niveau de détail'] as const),
      ...(['Valeur exacte', 'Minimum', 'Valeur médiane', 'Maximum'] as const),
    ],
    yes: 'oui',
    no: 'non',
  },
};
