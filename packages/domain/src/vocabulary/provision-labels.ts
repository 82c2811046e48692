import type { AmericanSubregion } from '../codes/nationalities.js';
import type {
  InstrumentKind,
  ProvisionLink,
  ProvisionTheme,
  StatePosition,
} from '../follow-up/codes.js';
import type { FollowUpStatus } from '../follow-up/status.js';
import type { Labels } from './label-types.js';

export const FOLLOW_UP_STATUS_LABELS: Labels<FollowUpStatus> = {
  es: {
    overdue: 'Vencido',
    'due-soon': 'Por vencer',
    late: 'Fuera de plazo',
    'on-track': 'En plazo',
    done: 'Cumplido',
    aspiration: 'Aspiración',
    dropped: 'Descartado',
    'no-report': 'Sin informe',
  },
  en: {
    overdue: 'Overdue',
    'due-soon': 'Due soon',
    late: 'Late',
    'on-track': 'On track',
    done: 'Done',
    aspiration: 'Aspiration',
    dropped: 'Dropped',
    'no-report': 'No report',
  },
  pt: {
    overdue: 'Vencido',
    'due-soon': 'A vencer',
    late: 'Fora do prazo',
    'on-track': 'No prazo',
    done: 'Cumprido',
    aspiration: 'Aspiração',
    dropped: 'Descartado',
    'no-report': 'Sem relato',
  },
  fr: {
    overdue: 'En retard',
    'due-soon': 'Échéance proche',
    late: 'Hors délai',
    'on-track': 'En bonne voie',
    done: 'Concrétisé',
    aspiration: 'Aspiration',
    dropped: 'Abandonné',
    'no-report': 'Sans rapport',
  },
};

/** Subregions of the Americas as M49 divides them; Mexico is of Central America there. */
export const SUBREGION_LABELS: Labels<AmericanSubregion> = {
  es: {
    'northern-america': 'América del Norte',
    'central-america': 'América Central',
    caribbean: 'Caribe',
    'south-america': 'América del Sur',
  },
  en: {
    'northern-america': 'North America',
    'central-america': 'Central America',
    caribbean: 'Caribbean',
    'south-america': 'South America',
  },
  pt: {
    'northern-america': 'América do Norte',
    'central-america': 'América Central',
    caribbean: 'Caribe',
    'south-america': 'América do Sul',
  },
  fr: {
    'northern-america': 'Amérique du Nord',
    'central-america': 'Amérique centrale',
    caribbean: 'Caraïbes',
    'south-america': 'Amérique du Sud',
  },
};

export const PROVISION_THEME_LABELS: Labels<ProvisionTheme> = {
  es: {
    'human-rights': 'Derechos humanos',
    asylum: 'Asilo',
    trafficking: 'Trata de personas',
    smuggling: 'Tráfico ilícito de migrantes',
    detention: 'Detención',
    xenophobia: 'Xenofobia',
    children: 'Niñez',
    'extra-continental': 'Llegadas extracontinentales',
    'mixed-movements': 'Movimientos mixtos',
    data: 'Datos',
    training: 'Capacitación',
    cooperation: 'Cooperación',
    'durable-solutions': 'Soluciones duraderas',
  },
  en: {
    'human-rights': 'Human rights',
    asylum: 'Asylum',
    trafficking: 'Trafficking in persons',
    smuggling: 'Smuggling of migrants',
    detention: 'Detention',
    xenophobia: 'Xenophobia',
    children: 'Children',
    'extra-continental': 'Extra-continental arrivals',
    'mixed-movements': 'Mixed movements',
    data: 'Data',
    training: 'Training',
    cooperation: 'Cooperation',
    'durable-solutions': 'Durable solutions',
  },
  pt: {
    'human-rights': 'Direitos humanos',
    asylum: 'Asilo',
    trafficking: 'Tráfico de pessoas',
    smuggling: 'Contrabando de migrantes',
    detention: 'Detenção',
    xenophobia: 'Xenofobia',
    children: 'Crianças',
    'extra-continental': 'Chegadas extracontinentais',
    'mixed-movements': 'Movimentos mistos',
    data: 'Dados',
    training: 'Capacitação',
    cooperation: 'Cooperação',
    'durable-solutions': 'Soluções duradouras',
  },
  fr: {
    'human-rights': 'Droits humains',
    asylum: 'Asile',
    trafficking: 'Traite des personnes',
    smuggling: 'Trafic illicite de migrants',
    detention: 'Détention',
    xenophobia: 'Xénophobie',
    children: 'Enfants',
    'extra-continental': 'Arrivées extracontinentales',
    'mixed-movements': 'Mouvements mixtes',
    data: 'Données',
    training: 'Formation',
    cooperation: 'Coopération',
    'durable-solutions': 'Solutions durables',
  },
};

export const INSTRUMENT_KIND_LABELS: Labels<InstrumentKind> = {
  es: {
    recommendations: 'Recomendaciones',
    declaration: 'Declaración',
    agreement: 'Acuerdo',
    'plan-of-action': 'Plan de acción',
    guideline: 'Directriz',
  },
  en: {
    recommendations: 'Recommendations',
    declaration: 'Declaration',
    agreement: 'Agreement',
    'plan-of-action': 'Plan of action',
    guideline: 'Guideline',
  },
  pt: {
    recommendations: 'Recomendações',
    declaration: 'Declaração',
    agreement: 'Acordo',
    'plan-of-action': 'Plano de ação',
    guideline: 'Diretriz',
  },
  fr: {
    recommendations: 'Recommandations',
    declaration: 'Déclaration',
    agreement: 'Accord',
    'plan-of-action': 'Plan d’action',
    guideline: 'Principes directeurs',
  },
};

export const STATE_POSITION_LABELS: Labels<StatePosition> = {
  es: {
    supported: 'La apoya',
    'supported-in-part': 'La apoya en parte',
    noted: 'Toma nota',
  },
  en: { supported: 'Supported', 'supported-in-part': 'Supported in part', noted: 'Noted' },
  pt: { supported: 'Apoia', 'supported-in-part': 'Apoia em parte', noted: 'Toma nota' },
  fr: {
    supported: 'Soutenue',
    'supported-in-part': 'Soutenue en partie',
    noted: 'Prise en note',
  },
};

/** What a provision does to an earlier one, read from the later to the earlier. */
export const PROVISION_LINK_LABELS: Labels<ProvisionLink> = {
  es: { repeats: 'Reitera', supersedes: 'Sustituye a', implements: 'Pone en práctica' },
  en: { repeats: 'Repeats', supersedes: 'Supersedes', implements: 'Implements' },
  pt: { repeats: 'Reitera', supersedes: 'Substitui', implements: 'Põe em prática' },
  fr: { repeats: 'Réitère', supersedes: 'Remplace', implements: 'Met en œuvre' },
};
