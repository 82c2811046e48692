import type { ReceivedMail } from './mail-server.js';

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1b1c1e;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d5d7db;vertical-align:top}
pre{white-space:pre-wrap;background:#f4f5f7;padding:1rem}iframe{width:100%;height:32rem;border:1px solid #d5d7db}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>${body}</body></html>`;

/** All mails, newest first. */
export function listPage(mails: readonly ReceivedMail[]): string {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<tr><td>${escaped(at)}</td><td>${escaped(to.join(', '))}</td><td><a href="/dev/mails/${id}">${escaped(subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>Handed over</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    'Mails',
    `<h1>Mails</h1><p>Development only: nothing leaves this machine.</p>${mails.length > 0 ? table : '<p>No mail yet.</p>'}`,
  );
}

/** One mail: its head, its text, and its HTML in a frame that runs nothing. */
export const mailPage = ({ id, at, to, from, subject, messageId, text }: ReceivedMail): string =>
  page(
    subject,
    `<p><a href="/dev/mails">All mails</a></p><h1>${escaped(subject)}</h1>
<p>${escaped(at)}<br>From ${escaped(from)}<br>To ${escaped(to.join(', '))}<br>${escaped(messageId)}</p>
<pre>${escaped(text)}</pre><iframe title="HTML" sandbox="" src="/dev/mails/${id}.html"></iframe>`,
  );
