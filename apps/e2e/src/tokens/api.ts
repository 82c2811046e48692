import { request } from 'node:http';
import { problemDocument } from '@enlace/contract';
import { origin } from '../visitor.js';

/** A route of somebody signed in. */
export const SESSION = '/api/v1/session';
/** The answer to a token that is not believed. */
export const REFUSED = { status: 401, type: '/problems/not-signed-in' };

/** The status and the kind of problem of an answer. */
export interface Outcome {
  readonly status: number;
  readonly type: string;
}

/** Sends a request with these lines as they are, two of one name included. */
export const call = (
  headers: Record<string, string | string[]>,
  path = SESSION,
  method = 'GET',
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const sent = request(`${origin()}${path}`, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        const parsed = problemDocument.safeParse(JSON.parse(text === '' ? '{}' : text));
        resolve({ status: answer.statusCode ?? 0, type: parsed.data?.type ?? '' });
      });
    });
    sent.once('error', reject);
    sent.end();
  });

/** The same with a token. */
export const withToken = (token: string, path?: string, method?: string): Promise<Outcome> =>
  call({ authorization: `Bearer ${token}` }, path, method);

/** Reads live updates; `ended` resolves when the server ends them. */
export const listen = async (token: string): Promise<{ ended: Promise<void> }> => {
  const answer = await fetch(`${origin()}/api/v1/live-updates`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (answer.body === null || answer.status !== 200) throw new Error(`Refused: ${answer.status}`);
  const reader = answer.body.getReader();
  await reader.read();
  const toEnd = async (): Promise<void> => {
    while (!(await reader.read()).done);
  };
  const ended = toEnd();
  // What breaks after a failed assertion is not the test's to tell.
  ended.catch(() => undefined);
  return { ended };
};

/** Asks until the token is refused; the milliseconds that took. */
export const untilRefused = async (token: string, patience: number): Promise<number> => {
  const began = performance.now();
  while (performance.now() - began < patience) {
    if ((await withToken(token)).status === REFUSED.status) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Still believed after ${patience} ms.`);
};
