import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailServer, type MailServer } from '@enlace/dev-mail';
import type { Config } from '../config/index.js';
import { Mailer, type Letter } from './mailer.js';

const LETTER = {
  to: 'fp.pa@enlace.test',
  language: 'en',
  subject: 'One report is due',
  text: 'A line.\r\n.\r\nRCPT TO:<other@enlace.test>\r\nAnother line.',
  html: '<p>A line.</p>',
} as const satisfies Partial<Letter>;

let server: MailServer;
let mailer: Mailer;
beforeAll(async () => {
  server = await startMailServer();
  const mail = {
    ENLACE_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    ENLACE_MAIL_FROM: 'enlace@enlace.test',
  };
  mailer = new Mailer({ mail } as unknown as Config);
});
afterAll(async () => {
  mailer.onApplicationShutdown();
  await server.stop();
});

/** What arrived of a letter; null where it was not taken. */
const arrived = async (letter: Partial<Letter>) => {
  const before = server.mails.length;
  await mailer.handOver({ ...LETTER, messageId: `<${before}@enlace.test>`, ...letter });
  return server.mails.slice(before);
};
const headOf = (source: string): string => source.split('\r\n\r\n')[0] ?? '';

describe('a letter', () => {
  it('arrives whole, whatever lines its text has', async () => {
    const [mail, ...more] = await arrived({});
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([LETTER.to]);
    expect(mail?.text).toContain('RCPT TO:<other@enlace.test>');
    expect(mail?.text).toContain('Another line.');
  });

  it.each(['\r\n', '\n', '\r'])(
    'gets no header from a line break in its subject (%j)',
    async (line) => {
      const [mail] = await arrived({
        subject: `Due${line}Bcc: other@enlace.test${line}${line}A body of another`,
      });
      expect(mail?.to).toEqual([LETTER.to]);
      expect(headOf(mail?.source ?? '')).not.toMatch(/^bcc:/im);
      expect(mail?.text).not.toContain('A body of another');
    },
  );

  it.each([
    '\r\nRCPT TO:<other@enlace.test>',
    '>\r\nRCPT TO:<other@enlace.test',
    '\nBcc: other@enlace.test',
  ])('goes to nobody else through its address (%j)', async (more) => {
    for (const mail of await arrived({ to: `fp.pa@enlace.test${more}` })) {
      expect(mail.to.filter((to) => to === 'other@enlace.test')).toEqual([]);
      expect(headOf(mail.source)).not.toMatch(/^bcc:/im);
    }
  });
});
