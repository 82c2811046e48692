import type { Language } from '@enlace/domain';
import { PRACTICE_DIGEST_TEXTS, type PracticeDigestTexts } from './practice-digest-texts.js';

/** Whom a group of lines concerns: the reader's own reports, those of their State, those of their forum. */
export type DigestGroup = 'own' | 'state' | 'forum';

/** What a digest says in one language. */
export interface DigestTexts {
  /** Of so many reports, of which so many are overdue. */
  subject(reports: number, overdue: number): string;
  readonly groups: Readonly<Record<DigestGroup, string>>;
  /** The date in words and how far it is, such as "in 7 days". */
  due(date: string, distance: string): string;
  overdue(date: string, distance: string): string;
  readonly final: string;
  readonly requested: string;
  readonly confidential: string;
  readonly responsible: string;
  readonly forum: string;
  readonly open: string;
  readonly practices: PracticeDigestTexts;
  readonly footer: string;
}

const es: DigestTexts = {
  subject: (reports, overdue) => {
    if (reports === 1) {
      return overdue === 1
        ? 'Enlace: hay un informe de avance vencido'
        : 'Enlace: hay un informe de avance por presentar';
    }
    const late = overdue === 1 ? ', 1 de ellos vencido' : `, ${overdue} de ellos vencidos`;
    return `Enlace: hay ${reports} informes de avance por presentar${overdue > 0 ? late : ''}`;
  },
  groups: {
    own: 'Informes a su cargo',
    state: 'Informes a cargo de instituciones de su Estado',
    forum: 'Informes que faltan en su foro',
  },
  due: (date, distance) => `Fecha límite: ${date} (${distance})`,
  overdue: (date, distance) => `Venció el ${date} (${distance})`,
  final: 'Es la fecha final del compromiso.',
  requested: 'La secretaría del foro le pide que lo presente.',
  confidential: 'Compromiso confidencial',
  responsible: 'Responsable',
  forum: 'Foro',
  open: 'Abrir el compromiso',
  practices: PRACTICE_DIGEST_TEXTS.es,
  footer:
    'Recibe este mensaje por la función que desempeña en Enlace: un mensaje por día como máximo. Los recordatorios cesan en cuanto se presenta el informe.',
};

const en: DigestTexts = {
  subject: (reports, overdue) => {
    if (reports === 1) {
      return overdue === 1
        ? 'Enlace: one progress report is overdue'
        : 'Enlace: one progress report is due';
    }
    return `Enlace: ${reports} progress reports are due${overdue > 0 ? `, ${overdue} of them overdue` : ''}`;
  },
  groups: {
    own: 'Your reports',
    state: 'Reports owed by institutions of your State',
    forum: 'Reports missing in your forum',
  },
  due: (date, distance) => `Due on ${date} (${distance})`,
  overdue: (date, distance) => `Was due on ${date} (${distance})`,
  final: 'This is the final date of the commitment.',
  requested: 'The forum’s secretariat asks you to submit it.',
  confidential: 'Confidential commitment',
  responsible: 'Responsible',
  forum: 'Forum',
  open: 'Open the commitment',
  practices: PRACTICE_DIGEST_TEXTS.en,
  footer:
    'You receive this message because of your function in Enlace, once a day at most. Reminders stop as soon as the report is submitted.',
};

const pt: DigestTexts = {
  subject: (reports, overdue) => {
    if (reports === 1) {
      return overdue === 1
        ? 'Enlace: há um relatório de progresso em atraso'
        : 'Enlace: há um relatório de progresso a apresentar';
    }
    return `Enlace: há ${reports} relatórios de progresso a apresentar${overdue > 0 ? `, ${overdue} deles em atraso` : ''}`;
  },
  groups: {
    own: 'Relatórios sob sua responsabilidade',
    state: 'Relatórios a cargo de instituições do seu Estado',
    forum: 'Relatórios em falta no seu foro',
  },
  due: (date, distance) => `Prazo: ${date} (${distance})`,
  overdue: (date, distance) => `Venceu em ${date} (${distance})`,
  final: 'É a data final do compromisso.',
  requested: 'A secretaria do foro pede que o apresente.',
  confidential: 'Compromisso confidencial',
  responsible: 'Responsável',
  forum: 'Foro',
  open: 'Abrir o compromisso',
  practices: PRACTICE_DIGEST_TEXTS.pt,
  footer:
    'Você recebe esta mensagem pela função que exerce no Enlace: no máximo uma por dia. Os lembretes cessam assim que o relatório é apresentado.',
};

const fr: DigestTexts = {
  subject: (reports, overdue) => {
    if (reports === 1) {
      return overdue === 1
        ? 'Enlace : un rapport d’avancement est en retard'
        : 'Enlace : un rapport d’avancement est à remettre';
    }
    return `Enlace : ${reports} rapports d’avancement sont à remettre${overdue > 0 ? `, dont ${overdue} en retard` : ''}`;
  },
  groups: {
    own: 'Vos rapports',
    state: 'Rapports attendus d’institutions de votre État',
    forum: 'Rapports manquants dans votre forum',
  },
  due: (date, distance) => `À remettre le ${date} (${distance})`,
  overdue: (date, distance) => `Était à remettre le ${date} (${distance})`,
  final: 'C’est la date finale de l’engagement.',
  requested: 'Le secrétariat du forum vous demande de le remettre.',
  confidential: 'Engagement confidentiel',
  responsible: 'Responsable',
  forum: 'Forum',
  open: 'Ouvrir l’engagement',
  practices: PRACTICE_DIGEST_TEXTS.fr,
  footer:
    'Vous recevez ce message en raison de votre fonction dans Enlace, une fois par jour au plus. Les rappels cessent dès que le rapport est remis.',
};

/** What digests say in each language. */
export const DIGEST_TEXTS: Readonly<Record<Language, DigestTexts>> = { es, en, pt, fr };
