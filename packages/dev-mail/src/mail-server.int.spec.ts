import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openMailFolder } from './mail-folder.js';
import { startMailServer } from './mail-server.js';
import { startMailPages } from './web-server.js';

/** Says lines to the server one after another, each after its answer, and returns the answers. */
async function converse(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  const left = [...lines];
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      resolve();
    });
    socket.on('data', (part) => {
      answers.push(part.toString().trim());
      const next = left.shift();
      if (next === undefined) socket.end();
      else socket.write(`${next}\r\n`);
    });
  });
  return answers;
}

const MESSAGE = [
  ...['Message-ID: <one@enlace.test>', 'Subject: =?utf-8?Q?D=C3=ADa_<1>?=', ''],
  ...['Hola', '.'],
].join('\r\n');
const lines = (to: string): string[] => [
  ...['HELO test', 'MAIL FROM:<enlace@enlace.test>', `RCPT TO:<${to}>`, 'DATA', MESSAGE, 'QUIT'],
];

test('keeps what it is given, also over a restart, shows it, and refuses what it is told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enlace-mails-'));
  const kept = await openMailFolder(folder);
  const server = await startMailServer(0, (mail) => kept.add(mail));
  server.setRules({
    recipient: (to) => (to === 'no@enlace.test' ? { code: 550, text: 'Unknown' } : null),
  });
  try {
    expect((await converse(server.port, lines('yes@enlace.test'))).at(-2)).toMatch(/^250/);
    expect((await converse(server.port, lines('no@enlace.test')))[3]).toMatch(/^550/);
    const { mails } = await openMailFolder(folder);
    expect(mails).toEqual([
      expect.objectContaining({ messageId: '<one@enlace.test>', to: ['yes@enlace.test'] }),
    ]);
    const pages = await startMailPages(mails);
    const list = await fetch(`http://127.0.0.1:${pages.port}/dev/mails`);
    expect(await list.text()).toContain('Día &lt;1&gt;');
    const one = await fetch(`http://127.0.0.1:${pages.port}/dev/mails/${mails[0]?.id}`);
    expect(await one.text()).toContain('Hola');
    expect((await fetch(`http://127.0.0.1:${pages.port}/dev/mails/none`)).status).toBe(404);
    pages.server.close();
    pages.server.closeAllConnections();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
});
