import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, PRACTICE_REMINDERS } from '@enlace/domain';
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
  digestLetter({ ...mail, language, lines, practices: [] }, 'https://enlace.test');

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

  it('has good practices under a heading of their own, and is called after them where it has nothing else', () => {
    const practice = {
      ...{ practiceId: '2f1d6c3e-0000-4000-a000-000000000003', title: 'Un <rol>' },
      ...{ recordId: '2f1d6c3e-0000-4000-a000-000000000004', dueOn: '2027-03-18' },
    };
    const told = (language: (typeof LANGUAGES)[number], lines: DigestLine[]) =>
      digestLetter(
        {
          ...{ ...mail, language, lines },
          practices: PRACTICE_REMINDERS.map((kind) => ({ ...practice, kind })),
        },
        'https://enlace.test',
      );
    expect(LANGUAGES.map((language) => told(language, []).subject)).toEqual([
      'Enlace: novedades sobre 9 buenas prácticas',
      'Enlace: news of 9 good practices',
      'Enlace: novidades sobre 9 boas práticas',
      'Enlace : du nouveau sur 9 bonnes pratiques',
    ]);
    const { subject, text, html } = told('en', [line]);
    expect(subject).toBe('Enlace: one progress report is due');
    for (const said of ['Please confirm that it still holds', 'Date: 18 March 2027']) {
      expect([text.includes(said), html.includes(said)]).toEqual([true, true]);
    }
    expect(html).toContain('Un &lt;rol&gt;');
    expect(text).toContain('GOOD PRACTICES');
    const { practiceId, recordId } = practice;
    expect(text).toContain(`https://enlace.test/practices/reviews/${recordId}`);
    expect(text).toContain(`https://enlace.test/practices/${practiceId}/edit`);
  });
});
