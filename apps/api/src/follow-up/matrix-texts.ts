import type { Language } from '@enlace/domain';

/** Words of the files of the matrix. */
export interface MatrixTexts {
  readonly number: string;
  readonly provision: string;
  readonly group: string;
  readonly overdue: string;
  readonly matrix: string;
  readonly about: string;
  readonly instrument: string;
  readonly asAt: string;
  readonly forum: string;
  readonly theme: string;
  readonly from: string;
  readonly until: string;
  readonly cells: string;
}

export const MATRIX_TEXTS: Readonly<Record<Language, MatrixTexts>> = {
  es: {
    number: 'Número',
    provision: 'Disposición',
    group: 'Grupo de trabajo',
    overdue: 'Vencidos',
    matrix: 'Matriz',
    about: 'Acerca de',
    instrument: 'Instrumento',
    asAt: 'Situación al',
    forum: 'Foro',
    theme: 'Tema',
    from: 'Con plazo desde',
    until: 'Con plazo hasta',
    cells: 'Celdas',
  },
  en: {
    number: 'Number',
    provision: 'Provision',
    group: 'Working group',
    overdue: 'Overdue',
    matrix: 'Matrix',
    about: 'About',
    instrument: 'Instrument',
    asAt: 'As at',
    forum: 'Forum',
    theme: 'Theme',
    from: 'Due from',
    until: 'Due until',
    cells: 'Cells',
  },
  pt: {
    number: 'Número',
    provision: 'Disposição',
    group: 'Grupo de trabalho',
    overdue: 'Vencidos',
    matrix: 'Matriz',
    about: 'Sobre',
    instrument: 'Instrumento',
    asAt: 'Situação em',
    forum: 'Foro',
    theme: 'Tema',
    from: 'Com prazo a partir de',
    until: 'Com prazo até',
    cells: 'Células',
  },
  fr: {
    number: 'Numéro',
    provision: 'Disposition',
    group: 'Groupe de travail',
    overdue: 'En retard',
    matrix: 'Matrice',
    about: 'À propos',
    instrument: 'Instrument',
    asAt: 'Situation au',
    forum: 'Forum',
    theme: 'Thème',
    from: 'Échéance à partir du',
    until: 'Échéance jusqu’au',
    cells: 'Cellules',
  },
};
