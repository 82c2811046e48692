import { randomUUID } from 'node:crypto';
import type { TestIdentity } from '../identity.js';

/** One answer of the running API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer; undefined where it is none. */
  readonly json: unknown;
}

/** How one request is made. */
export interface Call {
  readonly method?: string;
  /** Bytes go as a file, all else as JSON. */
  readonly body?: unknown;
  readonly actingFor?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running system, and who signs people in to it. */
export interface Reached {
  readonly origin: string;
  readonly identity: Pick<TestIdentity, 'token'>;
}

/** A caller with one account of the demo; `null`: nobody signed in. */
export class Client {
  private token: { value: string; until: number } | null = null;

  constructor(
    private readonly system: Reached,
    readonly account: string | null,
    private readonly actingFor?: string,
    /** Claims of the token that are not as a sign-in gives them. */
    private readonly claims: Readonly<Record<string, unknown>> = {},
  ) {}

  /** Sends one request below `/api`; never throws for a status. */
  async call(path: string, call: Call = {}): Promise<Answer> {
    const headers: Record<string, string> = { ...call.headers, ...(await this.authorization()) };
    const acting = call.actingFor ?? this.actingFor;
    if (acting) headers['enlace-acting-for'] = acting;
    const isFile = call.body instanceof Uint8Array;
    if (call.body !== undefined) {
      headers['content-type'] ??= isFile ? 'application/octet-stream' : 'application/json';
      if (isFile) headers['x-file-name'] ??= 'file';
    }
    const sent = call.body instanceof Uint8Array ? call.body : JSON.stringify(call.body);
    const answer = await fetch(`${this.system.origin}${path}`, {
      method: call.method ?? 'GET',
      headers,
      ...(call.body === undefined ? {} : { body: sent }),
    });
    const text = await textOf(answer);
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  /** What a request of this caller says of who it is. */
  async authorization(): Promise<Record<string, string>> {
    return this.account ? { authorization: `Bearer ${await this.bearer(this.account)}` } : {};
  }

  /** Reads and returns the JSON; throws for anything but 2xx. */
  async get<T>(path: string): Promise<T> {
    return this.must<T>(path, {});
  }

  /** Writes and returns the JSON; throws for anything but 2xx. */
  async send<T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    etag?: string,
  ): Promise<T> {
    const headers: Record<string, string> = { 'idempotency-key': randomUUID() };
    if (etag !== undefined) headers['if-match'] = `"${etag}"`;
    return this.must<T>(path, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  /** The version of a record, as its `ETag` names it. */
  async etagOf(path: string): Promise<string> {
    const { headers, status } = await this.call(path);
    const etag = /"(.+)"/.exec(headers.get('etag') ?? '')?.[1];
    if (!etag) throw new Error(`${path} answered ${status} without an ETag`);
    return etag;
  }

  private async must<T>(path: string, call: Call): Promise<T> {
    const answer = await this.call(path, call);
    if (answer.status < 200 || answer.status > 299) {
      const who = this.account ?? 'nobody';
      throw new Error(
        `${who}: ${call.method ?? 'GET'} ${path} -> ${answer.status} ${answer.text.slice(0, 600)}`,
      );
    }
    return answer.json as T;
  }

  /** Access tokens live two minutes; a new one is signed before that. */
  private async bearer(account: string): Promise<string> {
    if (this.token === null || Date.now() > this.token.until) {
      this.token = {
        value: await this.system.identity.token(account, { overrides: { claims: this.claims } }),
        until: Date.now() + 60_000,
      };
    }
    return this.token.value;
  }
}

/** How long a stream of events is listened to: its answer has no end. */
const LISTENED = 300;

async function textOf(answer: Response): Promise<string> {
  const { headers } = answer;
  const body = answer.body as ReadableStream<Uint8Array> | null;
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  const reader = body.getReader();
  const end = setTimeout(() => void reader.cancel(), LISTENED);
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  clearTimeout(end);
  return text;
}
