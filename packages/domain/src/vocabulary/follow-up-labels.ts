import type {
  IndicatorDirection,
  RatingGrade,
  RatingVoice,
  ReminderRole,
  TextStatus,
} from '../follow-up/codes.js';
import type {
  ActionState,
  CommitmentState,
  ProgressReportState,
  ReminderState,
} from '../follow-up/machines.js';
import type { GatePart } from '../follow-up/quality-gate.js';
import type { DueDateStatus } from '../follow-up/status.js';
import type { Labels } from './label-types.js';

export const COMMITMENT_STATE_LABELS: Labels<CommitmentState> = {
  es: {
    aspiration: 'Aspiración',
    accepted: 'Aceptado',
    'in-progress': 'En curso',
    done: 'Cumplido',
    dropped: 'Descartado',
    superseded: 'Reemplazado',
  },
  en: {
    aspiration: 'Aspiration',
    accepted: 'Accepted',
    'in-progress': 'In progress',
    done: 'Done',
    dropped: 'Dropped',
    superseded: 'Superseded',
  },
  pt: {
    aspiration: 'Aspiração',
    accepted: 'Aceito',
    'in-progress': 'Em andamento',
    done: 'Cumprido',
    dropped: 'Descartado',
    superseded: 'Substituído',
  },
  fr: {
    aspiration: 'Aspiration',
    accepted: 'Accepté',
    'in-progress': 'En cours',
    done: 'Concrétisé',
    dropped: 'Abandonné',
    superseded: 'Remplacé',
  },
};

export const ACTION_STATE_LABELS: Labels<ActionState> = {
  es: { planned: 'Prevista', running: 'En marcha', done: 'Hecha', dropped: 'Descartada' },
  en: { planned: 'Planned', running: 'Running', done: 'Done', dropped: 'Dropped' },
  pt: { planned: 'Prevista', running: 'Em execução', done: 'Concluída', dropped: 'Descartada' },
  fr: { planned: 'Prévue', running: 'En cours', done: 'Réalisée', dropped: 'Abandonnée' },
};

export const PROGRESS_REPORT_STATE_LABELS: Labels<ProgressReportState> = {
  es: {
    draft: 'Borrador',
    submitted: 'Enviado',
    returned: 'Devuelto',
    accepted: 'Aceptado',
    published: 'Publicado',
  },
  en: {
    draft: 'Draft',
    submitted: 'Sent',
    returned: 'Returned',
    accepted: 'Accepted',
    published: 'Published',
  },
  pt: {
    draft: 'Rascunho',
    submitted: 'Enviado',
    returned: 'Devolvido',
    accepted: 'Aceito',
    published: 'Publicado',
  },
  fr: {
    draft: 'Brouillon',
    submitted: 'Envoyé',
    returned: 'Renvoyé',
    accepted: 'Accepté',
    published: 'Publié',
  },
};

export const GATE_PART_LABELS: Labels<GatePart> = {
  es: {
    actor: 'Responsable',
    deliverable: 'Resultado entregable',
    'due-date': 'Fecha límite',
    verification: 'Medio de verificación',
  },
  en: {
    actor: 'Actor',
    deliverable: 'Deliverable',
    'due-date': 'Due date',
    verification: 'Means of verification',
  },
  pt: {
    actor: 'Responsável',
    deliverable: 'Resultado a entregar',
    'due-date': 'Prazo',
    verification: 'Meio de verificação',
  },
  fr: {
    actor: 'Responsable',
    deliverable: 'Résultat attendu',
    'due-date': 'Échéance',
    verification: 'Moyen de vérification',
  },
};

export const DUE_DATE_STATUS_LABELS: Labels<DueDateStatus> = {
  es: {
    upcoming: 'Próximo',
    'due-soon': 'Por vencer',
    overdue: 'Vencido',
    reported: 'Informado',
    late: 'Informado fuera de plazo',
    waived: 'Dispensado',
  },
  en: {
    upcoming: 'Upcoming',
    'due-soon': 'Due soon',
    overdue: 'Overdue',
    reported: 'Reported',
    late: 'Reported late',
    waived: 'Waived',
  },
  pt: {
    upcoming: 'Próximo',
    'due-soon': 'A vencer',
    overdue: 'Vencido',
    reported: 'Relatado',
    late: 'Relatado fora do prazo',
    waived: 'Dispensado',
  },
  fr: {
    upcoming: 'À venir',
    'due-soon': 'Échéance proche',
    overdue: 'En retard',
    reported: 'Rapport reçu',
    late: 'Rapport reçu hors délai',
    waived: 'Dispensée',
  },
};

export const INDICATOR_DIRECTION_LABELS: Labels<IndicatorDirection> = {
  es: { up: 'Debe aumentar', down: 'Debe disminuir' },
  en: { up: 'Should go up', down: 'Should go down' },
  pt: { up: 'Deve aumentar', down: 'Deve diminuir' },
  fr: { up: 'Doit augmenter', down: 'Doit diminuer' },
};

export const TEXT_STATUS_LABELS: Labels<TextStatus> = {
  es: { original: 'Original', human: 'Traducción', machine: 'Traducción automática' },
  en: { original: 'Original', human: 'Translation', machine: 'Machine translation' },
  pt: { original: 'Original', human: 'Tradução', machine: 'Tradução automática' },
  fr: { original: 'Original', human: 'Traduction', machine: 'Traduction automatique' },
};

export const RATING_GRADE_LABELS: Labels<RatingGrade> = {
  es: { none: 'Nada', started: 'Iniciado', substantial: 'Sustancial', complete: 'Completo' },
  en: { none: 'None', started: 'Started', substantial: 'Substantial', complete: 'Complete' },
  pt: { none: 'Nada', started: 'Iniciado', substantial: 'Substancial', complete: 'Completo' },
  fr: { none: 'Rien', started: 'Commencé', substantial: 'Substantiel', complete: 'Complet' },
};

export const RATING_VOICE_LABELS: Labels<RatingVoice> = {
  es: { state: 'El Estado', secretariat: 'Secretaría', 'civil-society': 'Sociedad civil' },
  en: { state: 'The State', secretariat: 'Secretariat', 'civil-society': 'Civil society' },
  pt: { state: 'O Estado', secretariat: 'Secretaria', 'civil-society': 'Sociedade civil' },
  fr: { state: 'L’État', secretariat: 'Secrétariat', 'civil-society': 'Société civile' },
};

export const REMINDER_ROLE_LABELS: Labels<ReminderRole> = {
  es: {
    owner: 'Responsable del compromiso',
    coordinator: 'Coordinación nacional',
    secretariat: 'Secretaría',
    presidency: 'Presidencia',
  },
  en: {
    owner: 'Commitment owner',
    coordinator: 'National coordinator',
    secretariat: 'Secretariat',
    presidency: 'Presidency',
  },
  pt: {
    owner: 'Responsável pelo compromisso',
    coordinator: 'Coordenação nacional',
    secretariat: 'Secretaria',
    presidency: 'Presidência',
  },
  fr: {
    owner: 'Responsable de l’engagement',
    coordinator: 'Coordination nationale',
    secretariat: 'Secrétariat',
    presidency: 'Présidence',
  },
};

export const REMINDER_STATE_LABELS: Labels<ReminderState> = {
  es: { queued: 'En cola', sent: 'Enviado', failed: 'No entregado', cancelled: 'Anulado' },
  en: { queued: 'Queued', sent: 'Sent', failed: 'Not delivered', cancelled: 'Cancelled' },
  pt: { queued: 'Na fila', sent: 'Enviado', failed: 'Não entregue', cancelled: 'Cancelado' },
  fr: { queued: 'En attente', sent: 'Envoyé', failed: 'Non remis', cancelled: 'Annulé' },
};
