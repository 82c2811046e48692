import type { Language, PracticeReminder } from '@enlace/domain';

/** What a digest says of good practices. */
export interface PracticeDigestTexts {
  /** Of a mail that is about practices alone, and about so many. */
  subject(practices: number): string;
  readonly heading: string;
  readonly kinds: Readonly<Record<PracticeReminder, string>>;
  until(date: string): string;
  readonly confidential: string;
  readonly open: string;
}

/** What digests say of good practices in each language. */
export const PRACTICE_DIGEST_TEXTS: Readonly<Record<Language, PracticeDigestTexts>> = {
  es: {
    subject: (practices) =>
      practices === 1
        ? 'Enlace: novedad sobre una buena práctica'
        : `Enlace: novedades sobre ${practices} buenas prácticas`,
    heading: 'Buenas prácticas',
    kinds: {
      'review-asked': 'Se le pide revisarla.',
      'review-due': 'Falta su revisión.',
      returned: 'Los revisores la devolvieron con sus motivos.',
      published: 'Está publicada.',
      'question-asked': 'Una pregunta espera su respuesta.',
      'question-answered': 'Hay respuesta a una pregunta.',
      'adoption-declared': 'Se ha dicho que ustedes la usan: confírmelo, por favor.',
      'result-due': 'Ha pasado un año desde que la adoptaron: ¿qué resultó?',
      reconfirm: 'Confirme que sigue vigente; si no, se marcará como vencida.',
    },
    until: (date) => `Fecha: ${date}`,
    confidential: 'Práctica de circulación restringida',
    open: 'Abrir la práctica',
  },
  en: {
    subject: (practices) =>
      practices === 1
        ? 'Enlace: news of a good practice'
        : `Enlace: news of ${practices} good practices`,
    heading: 'Good practices',
    kinds: {
      'review-asked': 'You are asked to review it.',
      'review-due': 'Your review is still missing.',
      returned: 'The reviewers returned it, with their reasons.',
      published: 'It is published.',
      'question-asked': 'A question waits for your answer.',
      'question-answered': 'A question has been answered.',
      'adoption-declared': 'Somebody says that you use it: please confirm.',
      'result-due': 'A year has passed since you adopted it: what came of it?',
      reconfirm: 'Please confirm that it still holds; otherwise it is marked as expired.',
    },
    until: (date) => `Date: ${date}`,
    confidential: 'A practice that is told to few',
    open: 'Open the practice',
  },
  pt: {
    subject: (practices) =>
      practices === 1
        ? 'Enlace: novidade sobre uma boa prática'
        : `Enlace: novidades sobre ${practices} boas práticas`,
    heading: 'Boas práticas',
    kinds: {
      'review-asked': 'Pedem-lhe que a avalie.',
      'review-due': 'Falta a sua avaliação.',
      returned: 'Os avaliadores a devolveram com os seus motivos.',
      published: 'Está publicada.',
      'question-asked': 'Uma pergunta aguarda a sua resposta.',
      'question-answered': 'Há resposta a uma pergunta.',
      'adoption-declared': 'Disseram que vocês a usam: confirme, por favor.',
      'result-due': 'Passou um ano desde que a adotaram: no que deu?',
      reconfirm: 'Confirme que continua válida; caso contrário, será marcada como vencida.',
    },
    until: (date) => `Data: ${date}`,
    confidential: 'Prática de circulação restrita',
    open: 'Abrir a prática',
  },
  fr: {
    subject: (practices) =>
      practices === 1
        ? 'Enlace : du nouveau sur une bonne pratique'
        : `Enlace : du nouveau sur ${practices} bonnes pratiques`,
    heading: 'Bonnes pratiques',
    kinds: {
      'review-asked': 'On vous demande de l’évaluer.',
      'review-due': 'Votre évaluation manque encore.',
      returned: 'Les évaluateurs l’ont renvoyée, avec leurs raisons.',
      published: 'Elle est publiée.',
      'question-asked': 'Une question attend votre réponse.',
      'question-answered': 'Une question a reçu sa réponse.',
      'adoption-declared': 'On dit que vous l’utilisez : merci de le confirmer.',
      'result-due': 'Un an a passé depuis que vous l’avez adoptée : qu’en est-il résulté ?',
      reconfirm:
        'Merci de confirmer qu’elle reste valable ; sinon, elle sera marquée comme expirée.',
    },
    until: (date) => `Date : ${date}`,
    confidential: 'Pratique à diffusion restreinte',
    open: 'Ouvrir la pratique',
  },
};
