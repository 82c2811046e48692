import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Language } from '@enlace/domain';
import { Config } from '../config/index.js';

/** One mail, ready to be handed over. */
export interface Letter {
  readonly to: string;
  readonly messageId: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How a hand-over ended: taken, refused for good, or to be tried again, with the server's code. */
export type HandOver =
  { readonly outcome: 'sent' } | { readonly outcome: 'failed' | 'retry'; readonly reason: string };

const TIMEOUT = 20_000;

const fieldOf = (error: unknown, name: string): string | number | null => {
  const found = Object.entries(error instanceof Error ? error : {}).find(([key]) => key === name);
  const value: unknown = found?.[1];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

/**
 * Only what is said of this recipient or this message is for good; a server that refuses everybody
 * will be mended. The answer's text may name the address and is left out.
 */
function refusalOf(error: unknown): HandOver {
  const status = Number(fieldOf(error, 'responseCode') ?? 0);
  const command = fieldOf(error, 'command');
  const code = fieldOf(error, 'code');
  const final = status >= 500 && (command === 'RCPT TO' || command === 'DATA');
  const reason = [status > 0 ? status : code, command].filter((part) => part !== null).join(' ');
  return { outcome: final ? 'failed' : 'retry', reason: reason || 'unknown' };
}

/** Hands mail over to the configured server. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;
  private readonly from: string;

  constructor({ mail }: Config) {
    this.from = mail.ENLACE_MAIL_FROM;
    this.transport = createTransport({
      ...{ url: mail.ENLACE_SMTP_URL, pool: true, maxConnections: 2 },
      ...{ connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT },
      // Nothing of a mail comes from a file or an address.
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  }

  /** The part of Message-IDs after the `@`. */
  get domain(): string {
    return this.from.slice(this.from.indexOf('@') + 1);
  }

  /** One attempt; never throws for what the server or the network did. */
  async handOver({ to, messageId, language, subject, text, html }: Letter): Promise<HandOver> {
    try {
      await this.transport.sendMail({
        // As a text it would be read as a list, and could name others.
        to: { name: '', address: to },
        ...{ from: { name: 'Enlace', address: this.from }, messageId, subject, text, html },
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      });
      return { outcome: 'sent' };
    } catch (error) {
      return refusalOf(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
