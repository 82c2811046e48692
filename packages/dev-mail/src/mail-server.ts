import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** One mail as it was handed over. */
export interface ReceivedMail {
  readonly id: string;
  /** Instant of the machine's clock. */
  readonly at: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The whole message. */
  readonly source: string;
}

/** A reply that is not 250, such as 550 to a recipient who is not known. */
export interface SmtpRefusal {
  readonly code: number;
  readonly text: string;
}

/** What the server makes of a step of the conversation; null: it accepts. */
export interface SmtpRules {
  recipient?(address: string): SmtpRefusal | null;
  /** Asked after the whole message came; what it refuses is not kept. */
  message?(mail: ReceivedMail): SmtpRefusal | null;
}

/** A running SMTP server that keeps what it is given. */
export interface MailServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Replaces what is refused from now on. */
  setRules(rules: SmtpRules): void;
  stop(): Promise<void>;
}

const errorOf = ({ code, text }: SmtpRefusal): Error =>
  Object.assign(new Error(text), { responseCode: code });

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function received(source: Buffer, session: SMTPServerSession): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(source);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    to: rcptTo.map(({ address }) => address),
    from: mailFrom ? mailFrom.address : '',
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    source: source.toString('utf8'),
  };
}

/** Starts an SMTP server on the loopback; `keep` is told of each mail before it is acknowledged. */
export async function startMailServer(
  port = 0,
  keep: (mail: ReceivedMail) => void | Promise<void> = () => undefined,
): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let rules: SmtpRules = {};
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const mail = await received(await read(stream), session);
    const refusal = rules.message?.(mail);
    if (refusal) throw errorOf(refusal);
    mails.push(mail);
    await keep(mail);
  };
  const server = new SMTPServer({
    // The loopback needs neither encryption nor accounts.
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    onRcptTo({ address }, _session, done) {
      const refusal = rules.recipient?.(address);
      done(refusal ? errorOf(refusal) : null);
    },
    onData(stream, session, done) {
      take(stream, session).then(() => {
        done();
      }, done);
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    setRules: (next) => {
      rules = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
