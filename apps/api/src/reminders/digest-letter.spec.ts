import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@enlace/domain';
import type { DigestLine } from './digest.js';
import { digestLetter } from './digest-letter.js';

const line: DigestLine = {
  ...{ commitmentId: '2f1d6c3e-0000-4000-a000-000000000001', title: 'Protocol' },
  ...{ dueDateId: '2f1d6c3e-0000-4000-a000-000000000002', dueOn: '2027-03-18', final: false },
  ...{ days: 7, role: 'owner', requested: false, forum: 'RCM', owner: 'SNM' },
};
const mail = {
  ...{ address: 'a@enlace.test', day: '2027-03-11', messageId: '<1@enlace.test>', attempts: 1 },
};
const letter = (language: (typeof LANGUAGES)[number], lines: DigestLine[]) =>
  digestLetter({ ...mail, language, lines }, 'https://enlace.test');

describe('a digest', () => {
  it('counts in the words of each language', () => {
    const late = { ...line, days: -3 };
    expect(LANGUAGES.map((language) => letter(language, [line]).subject)).toEqual([
      'Enlace: hay un informe de avance por presentar',
      'Enlace: one progress report is due',
      'Enlace: há um relatório de progresso a apresentar',
      'Enlace : un rapport d’avancement est à remettre',
    ]);
    expect(LANGUAGES.map((language) => letter(language, [line, late, late]).subject)).toEqual([
      'Enlace: hay 3 informes de avance por presentar, 2 de ellos vencidos',
      'Enlace: 3 progress reports are due, 2 of them overdue',
      'Enlace: há 3 relatórios de progresso a apresentar, 2 deles em atraso',
      'Enlace : 3 rapports d’avancement sont à remettre, dont 2 en retard',
    ]);
  });

  it('says in text and HTML the same, under the heading that concerns the reader', () => {
    const { text, html } = letter('fr', [{ ...line, days: -1, role: 'presidency', title: null }]);
    for (const said of [
      'Engagement confidentiel',
      'Était à remettre le 18 mars 2027 (hier)',
      'Forum : RCM',
      'https://enlace.test/commitments/2f1d6c3e-0000-4000-a000-000000000001?due=2027-03-18',
    ]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(html).toContain('Rapports manquants dans votre forum');
    expect(text).toContain('RAPPORTS MANQUANTS DANS VOTRE FORUM');
  });

  it('loads nothing when it is opened', () => {
    const { html } = letter('es', [line]);
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|src=/);
  });
});
