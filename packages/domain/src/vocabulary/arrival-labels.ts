import type {
  AgeBand,
  Confidence,
  Coverage,
  CrossingPointKind,
  Direction,
  Finality,
  Indicator,
  Observation,
  PeriodLength,
  Sex,
  SourceKind,
  Unit,
} from '../codes/arrival-codes.js';
import type { VersionState } from '../arrivals/version-state.js';
import type { Labels } from './label-types.js';

export const UNIT_LABELS: Labels<Unit> = {
  es: { persons: 'Personas', events: 'Eventos', cases: 'Casos' },
  en: { persons: 'Persons', events: 'Events', cases: 'Cases' },
  pt: { persons: 'Pessoas', events: 'Eventos', cases: 'Casos' },
  fr: { persons: 'Personnes', events: 'Événements', cases: 'Cas' },
};

export const OBSERVATION_LABELS: Labels<Observation> = {
  es: {
    entry: 'Entrada',
    exit: 'Salida',
    transit: 'Tránsito',
    encounter: 'Encuentro',
    reception: 'Acogida',
    'removal-arrival': 'Llegada por expulsión',
    'return-departure': 'Salida por retorno',
  },
  en: {
    entry: 'Entry',
    exit: 'Exit',
    transit: 'Transit',
    encounter: 'Encounter',
    reception: 'Reception',
    'removal-arrival': 'Arrival by removal',
    'return-departure': 'Departure on return',
  },
  pt: {
    entry: 'Entrada',
    exit: 'Saída',
    transit: 'Trânsito',
    encounter: 'Encontro',
    reception: 'Acolhimento',
    'removal-arrival': 'Chegada por expulsão',
    'return-departure': 'Saída por retorno',
  },
  fr: {
    entry: 'Entrée',
    exit: 'Sortie',
    transit: 'Transit',
    encounter: 'Interception',
    reception: 'Accueil',
    'removal-arrival': 'Arrivée par éloignement',
    'return-departure': 'Départ en retour',
  },
};

export const DIRECTION_LABELS: Labels<Direction> = {
  es: {
    northbound: 'Hacia el norte',
    southbound: 'Hacia el sur',
    eastbound: 'Hacia el este',
    westbound: 'Hacia el oeste',
    'not-recorded': 'Sin registrar',
  },
  en: {
    northbound: 'Northbound',
    southbound: 'Southbound',
    eastbound: 'Eastbound',
    westbound: 'Westbound',
    'not-recorded': 'Not recorded',
  },
  pt: {
    northbound: 'Rumo ao norte',
    southbound: 'Rumo ao sul',
    eastbound: 'Rumo ao leste',
    westbound: 'Rumo ao oeste',
    'not-recorded': 'Não registrado',
  },
  fr: {
    northbound: 'Vers le nord',
    southbound: 'Vers le sud',
    eastbound: 'Vers l’est',
    westbound: 'Vers l’ouest',
    'not-recorded': 'Non enregistré',
  },
};

export const SOURCE_KIND_LABELS: Labels<SourceKind> = {
  es: { register: 'Registro', survey: 'Encuesta', estimate: 'Estimación', partner: 'Socio' },
  en: { register: 'Register', survey: 'Survey', estimate: 'Estimate', partner: 'Partner' },
  pt: { register: 'Registro', survey: 'Pesquisa', estimate: 'Estimativa', partner: 'Parceiro' },
  fr: { register: 'Registre', survey: 'Enquête', estimate: 'Estimation', partner: 'Partenaire' },
};

export const COVERAGE_LABELS: Labels<Coverage> = {
  es: { full: 'Completa', partial: 'Parcial', sample: 'Muestra' },
  en: { full: 'Full', partial: 'Partial', sample: 'Sample' },
  pt: { full: 'Completa', partial: 'Parcial', sample: 'Amostra' },
  fr: { full: 'Complète', partial: 'Partielle', sample: 'Échantillon' },
};

export const CONFIDENCE_LABELS: Labels<Confidence> = {
  es: { high: 'Alta', medium: 'Media', low: 'Baja' },
  en: { high: 'High', medium: 'Medium', low: 'Low' },
  pt: { high: 'Alta', medium: 'Média', low: 'Baixa' },
  fr: { high: 'Élevée', medium: 'Moyenne', low: 'Faible' },
};

export const FINALITY_LABELS: Labels<Finality> = {
  es: { provisional: 'Provisional', final: 'Definitivo' },
  en: { provisional: 'Provisional', final: 'Final' },
  pt: { provisional: 'Provisório', final: 'Definitivo' },
  fr: { provisional: 'Provisoire', final: 'Définitif' },
};

export const PERIOD_LENGTH_LABELS: Labels<PeriodLength> = {
  es: { month: 'Mes', year: 'Año' },
  en: { month: 'Month', year: 'Year' },
  pt: { month: 'Mês', year: 'Ano' },
  fr: { month: 'Mois', year: 'Année' },
};

export const SEX_LABELS: Labels<Sex> = {
  es: { female: 'Mujeres', male: 'Hombres', 'not-recorded': 'Sexo sin registrar' },
  en: { female: 'Female', male: 'Male', 'not-recorded': 'Sex not recorded' },
  pt: { female: 'Mulheres', male: 'Homens', 'not-recorded': 'Sexo não registrado' },
  fr: { female: 'Femmes', male: 'Hommes', 'not-recorded': 'Sexe non enregistré' },
};

const bandsIn = (under18: string, adult: string, unknown: string): Record<AgeBand, string> => ({
  '0-4': '0–4',
  '5-11': '5–11',
  '12-17': '12–17',
  '18-59': '18–59',
  '60+': '60+',
  '0-17': under18,
  '18+': adult,
  unknown,
});

export const AGE_BAND_LABELS: Labels<AgeBand> = {
  es: bandsIn('0–17', '18+', 'Edad desconocida'),
  en: bandsIn('0–17', '18+', 'Age unknown'),
  pt: bandsIn('0–17', '18+', 'Idade desconhecida'),
  fr: bandsIn('0–17', '18+', 'Âge inconnu'),
};

export const INDICATOR_LABELS: Labels<Indicator> = {
  es: {
    'asylum-intended': 'Intención de solicitar asilo',
    'asylum-claimed': 'Asilo solicitado',
    trafficking: 'Trata de personas',
    smuggling: 'Tráfico ilícito de migrantes',
    'unaccompanied-child': 'Niños y niñas no acompañados',
    'separated-child': 'Niños y niñas separados',
    pregnant: 'Embarazadas',
    'serious-medical-need': 'Necesidad médica grave',
    disability: 'Discapacidad',
    'gender-based-violence-survivor': 'Sobrevivientes de violencia de género',
    detained: 'Personas detenidas',
    'stranded-over-30-days': 'Varadas más de 30 días',
    'dead-or-missing': 'Muertes o desapariciones',
  },
  en: {
    'asylum-intended': 'Intends to seek asylum',
    'asylum-claimed': 'Asylum claimed',
    trafficking: 'Trafficking in persons',
    smuggling: 'Smuggling of migrants',
    'unaccompanied-child': 'Unaccompanied children',
    'separated-child': 'Separated children',
    pregnant: 'Pregnant',
    'serious-medical-need': 'Serious medical need',
    disability: 'Disability',
    'gender-based-violence-survivor': 'Survivors of gender-based violence',
    detained: 'Detained',
    'stranded-over-30-days': 'Stranded over 30 days',
    'dead-or-missing': 'Dead or missing reported',
  },
  pt: {
    'asylum-intended': 'Intenção de solicitar refúgio',
    'asylum-claimed': 'Refúgio solicitado',
    trafficking: 'Tráfico de pessoas',
    smuggling: 'Contrabando de migrantes',
    'unaccompanied-child': 'Crianças desacompanhadas',
    'separated-child': 'Crianças separadas',
    pregnant: 'Gestantes',
    'serious-medical-need': 'Necessidade médica grave',
    disability: 'Deficiência',
    'gender-based-violence-survivor': 'Sobreviventes de violência de gênero',
    detained: 'Pessoas detidas',
    'stranded-over-30-days': 'Retidas há mais de 30 dias',
    'dead-or-missing': 'Mortes ou desaparecimentos',
  },
  fr: {
    'asylum-intended': 'Intention de demander l’asile',
    'asylum-claimed': 'Asile demandé',
    trafficking: 'Traite des personnes',
    smuggling: 'Trafic illicite de migrants',
    'unaccompanied-child': 'Enfants non accompagnés',
    'separated-child': 'Enfants séparés',
    pregnant: 'Femmes enceintes',
    'serious-medical-need': 'Besoin médical grave',
    disability: 'Handicap',
    'gender-based-violence-survivor': 'Survivantes de violences fondées sur le genre',
    detained: 'Personnes détenues',
    'stranded-over-30-days': 'Bloquées plus de 30 jours',
    'dead-or-missing': 'Décès ou disparitions',
  },
};

export const CROSSING_POINT_KIND_LABELS: Labels<CrossingPointKind> = {
  es: {
    land: 'Terrestre',
    river: 'Fluvial',
    sea: 'Marítimo',
    air: 'Aéreo',
    'reception-centre': 'Centro de acogida',
    'whole-border': 'Toda la frontera',
  },
  en: {
    land: 'Land',
    river: 'River',
    sea: 'Sea',
    air: 'Air',
    'reception-centre': 'Reception centre',
    'whole-border': 'Whole border',
  },
  pt: {
    land: 'Terrestre',
    river: 'Fluvial',
    sea: 'Marítimo',
    air: 'Aéreo',
    'reception-centre': 'Centro de acolhimento',
    'whole-border': 'Toda a fronteira',
  },
  fr: {
    land: 'Terrestre',
    river: 'Fluvial',
    sea: 'Maritime',
    air: 'Aérien',
    'reception-centre': 'Centre d’accueil',
    'whole-border': 'Toute la frontière',
  },
};

export const VERSION_STATE_LABELS: Labels<VersionState> = {
  es: {
    draft: 'Borrador',
    submitted: 'Enviado',
    returned: 'Devuelto',
    cleared: 'Validado',
    superseded: 'Reemplazado',
    retracted: 'Retirado',
  },
  en: {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Returned',
    cleared: 'Cleared',
    superseded: 'Superseded',
    retracted: 'Retracted',
  },
  pt: {
    draft: 'Rascunho',
    submitted: 'Enviado',
    returned: 'Devolvido',
    cleared: 'Validado',
    superseded: 'Substituído',
    retracted: 'Retirado',
  },
  fr: {
    draft: 'Brouillon',
    submitted: 'Soumis',
    returned: 'Renvoyé',
    cleared: 'Validé',
    superseded: 'Remplacé',
    retracted: 'Retiré',
  },
};
