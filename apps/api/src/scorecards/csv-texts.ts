import type { Language } from '@enlace/domain';

interface CsvTexts {
  readonly header: readonly string[];
  readonly commitment: string;
  readonly aspiration: string;
  readonly noReport: (since: string | null) => string;
}

/** Column heads and words of the scorecard as a table. */
export const CSV_TEXTS: Readonly<Record<Language, CsvTexts>> = {
  es: {
    header: [
      ...['Fecha de la ficha', 'Código del Estado', 'Estado', 'Instrumento', 'Código del tema'],
      ...['Tema', 'Número', 'Recomendación', 'Clase', 'Título', 'Situación', 'Fecha límite'],
      ...['Último informe', 'Calificación del Estado', 'Calificación de la secretaría'],
      'Calificación de la sociedad civil',
    ],
    commitment: 'Compromiso',
    aspiration: 'Aspiración',
    noReport: (since) =>
      since ? `Sin informe recibido desde el ${since}` : 'Sin informe recibido',
  },
  en: {
    header: [
      ...['Date of the scorecard', 'State code', 'State', 'Instrument', 'Theme code'],
      ...['Theme', 'Number', 'Recommendation', 'Kind', 'Title', 'Status', 'Due date'],
      ...['Last report', 'Rating by the State', 'Rating by the secretariat'],
      'Rating by civil society',
    ],
    commitment: 'Commitment',
    aspiration: 'Aspiration',
    noReport: (since) => (since ? `No report received since ${since}` : 'No report received'),
  },
  pt: {
    header: [
      ...['Data da ficha', 'Código do Estado', 'Estado', 'Instrumento', 'Código do tema'],
      ...['Tema', 'Número', 'Recomendação', 'Tipo', 'Título', 'Situação', 'Prazo'],
      ...['Último relatório', 'Avaliação do Estado', 'Avaliação da secretaria'],
      'Avaliação da sociedade civil',
    ],
    commitment: 'Compromisso',
    aspiration: 'Aspiração',
    noReport: (since) =>
      since ? `Nenhum relatório recebido desde ${since}` : 'Nenhum relatório recebido',
  },
  fr: {
    header: [
      ...['Date de la fiche', 'Code de l’État', 'État', 'Instrument', 'Code du thème'],
      ...['Thème', 'Numéro', 'Recommandation', 'Nature', 'Titre', 'Situation', 'Échéance'],
      ...['Dernier rapport', 'Note de l’État', 'Note du secrétariat'],
      'Note de la société civile',
    ],
    commitment: 'Engagement',
    aspiration: 'Aspiration',
    noReport: (since) => (since ? `Aucun rapport reçu depuis le ${since}` : 'Aucun rapport reçu'),
  },
};
