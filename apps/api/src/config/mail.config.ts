import { z } from 'zod';

/** Where mail is handed over and whom it comes from. */
export const mailConfig = z.object({
  ENLACE_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .describe(
      'smtps://user:password@host:465, or smtp:// with STARTTLS where the server offers it',
    ),
  ENLACE_MAIL_FROM: z.email().describe('Sender of every mail'),
});
