import type {
  AdoptionResult,
  AdoptionUse,
  CostBand,
  DeclineReason,
  EvidenceStrength,
  ReviewCriterion,
  ReviewGrade,
  ReviewProposal,
} from '../practices/codes.js';
import type { PracticeStatus } from '../practices/life.js';
import type { AdoptionState, ReviewState } from '../practices/machines.js';
import type { Labels } from './label-types.js';

export const PRACTICE_STATUS_LABELS: Labels<PracticeStatus> = {
  es: {
    draft: 'Borrador',
    submitted: 'Enviada',
    'in-review': 'En revisión',
    returned: 'Devuelta',
    published: 'Publicada',
    superseded: 'Reemplazada',
    withdrawn: 'Retirada',
    expired: 'Vencida',
  },
  en: {
    draft: 'Draft',
    submitted: 'Submitted',
    'in-review': 'In review',
    returned: 'Returned',
    published: 'Published',
    superseded: 'Superseded',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
  },
  pt: {
    draft: 'Rascunho',
    submitted: 'Enviada',
    'in-review': 'Em avaliação',
    returned: 'Devolvida',
    published: 'Publicada',
    superseded: 'Substituída',
    withdrawn: 'Retirada',
    expired: 'Vencida',
  },
  fr: {
    draft: 'Brouillon',
    submitted: 'Envoyée',
    'in-review': 'En cours d’évaluation',
    returned: 'Renvoyée',
    published: 'Publiée',
    superseded: 'Remplacée',
    withdrawn: 'Retirée',
    expired: 'Périmée',
  },
};

export const COST_BAND_LABELS: Labels<CostBand> = {
  es: {
    'staff-time': 'Solo tiempo del personal',
    low: 'Menos de 10 000 USD al año',
    medium: 'De 10 000 a 100 000 USD al año',
    high: 'Más de 100 000 USD al año',
  },
  en: {
    'staff-time': 'Staff time only',
    low: 'Under USD 10,000 a year',
    medium: 'USD 10,000 to 100,000 a year',
    high: 'Over USD 100,000 a year',
  },
  pt: {
    'staff-time': 'Somente tempo da equipe',
    low: 'Menos de 10 000 USD por ano',
    medium: 'De 10 000 a 100 000 USD por ano',
    high: 'Mais de 100 000 USD por ano',
  },
  fr: {
    'staff-time': 'Temps du personnel uniquement',
    low: 'Moins de 10 000 USD par an',
    medium: 'De 10 000 à 100 000 USD par an',
    high: 'Plus de 100 000 USD par an',
  },
};

export const EVIDENCE_STRENGTH_LABELS: Labels<EvidenceStrength> = {
  es: {
    described: 'Descrito por quienes la aplican',
    counted: 'Cifras propias',
    'before-after': 'Antes y después, sin grupo de comparación',
    comparison: 'Con grupo de comparación',
    independent: 'Evaluación independiente',
  },
  en: {
    described: 'Described by those who do it',
    counted: 'Own counts',
    'before-after': 'Before and after, no comparison group',
    comparison: 'With a comparison group',
    independent: 'Independent evaluation',
  },
  pt: {
    described: 'Descrito por quem a aplica',
    counted: 'Contagens próprias',
    'before-after': 'Antes e depois, sem grupo de comparação',
    comparison: 'Com grupo de comparação',
    independent: 'Avaliação independente',
  },
  fr: {
    described: 'Décrit par celles et ceux qui l’appliquent',
    counted: 'Chiffres propres',
    'before-after': 'Avant et après, sans groupe de comparaison',
    comparison: 'Avec groupe de comparaison',
    independent: 'Évaluation indépendante',
  },
};

export const REVIEW_CRITERION_LABELS: Labels<ReviewCriterion> = {
  es: {
    relevance: 'Pertinencia',
    evidence: 'Evidencia',
    'protection-sensitivity': 'Sensibilidad a la protección',
    participation: 'Participación',
    transferability: 'Transferibilidad',
    sustainability: 'Sostenibilidad',
  },
  en: {
    relevance: 'Relevance',
    evidence: 'Evidence',
    'protection-sensitivity': 'Protection sensitivity',
    participation: 'Participation',
    transferability: 'Transferability',
    sustainability: 'Sustainability',
  },
  pt: {
    relevance: 'Pertinência',
    evidence: 'Evidências',
    'protection-sensitivity': 'Sensibilidade à proteção',
    participation: 'Participação',
    transferability: 'Transferibilidade',
    sustainability: 'Sustentabilidade',
  },
  fr: {
    relevance: 'Pertinence',
    evidence: 'Preuves',
    'protection-sensitivity': 'Prise en compte de la protection',
    participation: 'Participation',
    transferability: 'Transférabilité',
    sustainability: 'Durabilité',
  },
};

export const REVIEW_GRADE_LABELS: Labels<ReviewGrade> = {
  es: { weak: 'Débil', fair: 'Aceptable', good: 'Buena', strong: 'Sólida' },
  en: { weak: 'Weak', fair: 'Fair', good: 'Good', strong: 'Strong' },
  pt: { weak: 'Fraca', fair: 'Razoável', good: 'Boa', strong: 'Sólida' },
  fr: { weak: 'Faible', fair: 'Passable', good: 'Bonne', strong: 'Solide' },
};

export const REVIEW_PROPOSAL_LABELS: Labels<ReviewProposal> = {
  es: { publish: 'Publicar', return: 'Devolver' },
  en: { publish: 'Publish', return: 'Return' },
  pt: { publish: 'Publicar', return: 'Devolver' },
  fr: { publish: 'Publier', return: 'Renvoyer' },
};

export const REVIEW_STATE_LABELS: Labels<ReviewState> = {
  es: { assigned: 'Asignada', declined: 'Rechazada', done: 'Enviada' },
  en: { assigned: 'Assigned', declined: 'Declined', done: 'Sent' },
  pt: { assigned: 'Atribuída', declined: 'Recusada', done: 'Enviada' },
  fr: { assigned: 'Attribuée', declined: 'Déclinée', done: 'Envoyée' },
};

export const DECLINE_REASON_LABELS: Labels<DeclineReason> = {
  es: {
    'conflict-of-interest': 'Conflicto de intereses',
    'no-time': 'Falta de tiempo',
    'outside-my-field': 'Fuera de mi especialidad',
  },
  en: {
    'conflict-of-interest': 'Conflict of interest',
    'no-time': 'No time',
    'outside-my-field': 'Outside my field',
  },
  pt: {
    'conflict-of-interest': 'Conflito de interesses',
    'no-time': 'Falta de tempo',
    'outside-my-field': 'Fora da minha área',
  },
  fr: {
    'conflict-of-interest': 'Conflit d’intérêts',
    'no-time': 'Manque de temps',
    'outside-my-field': 'Hors de mon domaine',
  },
};

export const ADOPTION_STATE_LABELS: Labels<AdoptionState> = {
  es: {
    declared: 'Declarada por terceros',
    confirmed: 'Confirmada',
    'result-reported': 'Con resultado',
  },
  en: {
    declared: 'Declared by others',
    confirmed: 'Confirmed',
    'result-reported': 'Result reported',
  },
  pt: {
    declared: 'Declarada por terceiros',
    confirmed: 'Confirmada',
    'result-reported': 'Com resultado',
  },
  fr: {
    declared: 'Déclarée par des tiers',
    confirmed: 'Confirmée',
    'result-reported': 'Résultat communiqué',
  },
};

export const ADOPTION_USE_LABELS: Labels<AdoptionUse> = {
  es: { 'in-use': 'En uso', trial: 'A prueba', stopped: 'Interrumpida' },
  en: { 'in-use': 'In use', trial: 'Trial', stopped: 'Stopped' },
  pt: { 'in-use': 'Em uso', trial: 'Em teste', stopped: 'Interrompida' },
  fr: { 'in-use': 'En place', trial: 'À l’essai', stopped: 'Arrêtée' },
};

export const ADOPTION_RESULT_LABELS: Labels<AdoptionResult> = {
  es: { worked: 'Funcionó', 'in-part': 'Funcionó en parte', 'did-not-work': 'No funcionó' },
  en: { worked: 'Worked', 'in-part': 'Worked in part', 'did-not-work': 'Did not work' },
  pt: { worked: 'Funcionou', 'in-part': 'Funcionou em parte', 'did-not-work': 'Não funcionou' },
  fr: {
    worked: 'A fonctionné',
    'in-part': 'A fonctionné en partie',
    'did-not-work': 'N’a pas fonctionné',
  },
};
