import { randomUUID } from 'node:crypto';
import { Client, type Answer, type Call } from '../../client/client.js';
import type { TestSystem } from '../../system.js';
import { asksForToken, type OpenApi, type Operation } from './document.js';

/** Three parts, as a token has, that nobody signed. */
const FORGED = 'e30.e30.AAAA';

/** A record that somebody may not find any more, by its place in the document and its address. */
interface Gone {
  readonly who: Client;
  readonly path: string;
  readonly address: string;
}

/** What the document does not know of the answers that the journeys got, and which operations they reached. */
export class Log {
  /** How often each operation answered with success. */
  readonly reached = new Map<string, number>();
  readonly faults = new Set<string>();
  /** JSON bodies and addresses of each operation's first success. */
  readonly bodies = new Map<string, unknown>();
  private readonly addresses = new Map<string, string>();
  private readonly gone: Gone[] = [];
  private readonly asked = new Set<string>();

  constructor(readonly document: OpenApi) {}

  /** Judges one answer. */
  note(operation: Operation, answer: Answer, address: string, body?: unknown): void {
    const fault = this.document.faultOf(operation, answer);
    if (fault) this.faults.add(`${operation.name}: ${fault}`);
    if (answer.status < 200 || answer.status > 299) return;
    this.reached.set(operation.name, (this.reached.get(operation.name) ?? 0) + 1);
    if (this.addresses.has(operation.name)) return;
    this.addresses.set(operation.name, address);
    if (body !== undefined && !(body instanceof Uint8Array)) this.bodies.set(operation.name, body);
  }

  /** Notes that this record is gone for somebody; what finds it is looked for at the end. */
  lose(gone: Gone): void {
    this.gone.push(gone);
  }

  /** Asks every operation at or below what is gone, with what succeeded elsewhere. */
  async lookForGone(): Promise<void> {
    for (const { who, path, address } of this.gone) {
      const below = this.document.operations.filter(
        (one) => one.path === path || one.path.startsWith(`${path}/`),
      );
      for (const operation of below) {
        const known = this.addresses.get(operation.name)?.split('/') ?? [];
        const at = [address, ...known.slice(address.split('/').length)].join('/');
        const body = this.bodies.get(operation.name);
        const headers = { 'idempotency-key': randomUUID(), 'if-match': '"gone"' };
        const method = operation.method.toUpperCase();
        const call = { method, headers, ...(body === undefined ? {} : { body }) };
        const { status } = await who.call(at, call);
        // Who may not do it at all is told so whether it is there or not.
        if (status !== 404 && status !== 403) this.fault(operation, `${status} for what is gone`);
      }
    }
  }

  /** Whether this operation is met for the first time. */
  isNew({ name }: Operation): boolean {
    if (this.asked.has(name)) return false;
    this.asked.add(name);
    return true;
  }

  fault(operation: Operation, text: string): void {
    this.faults.add(`${operation.name}: ${text}`);
  }
}

/**
 * A client whose every answer is judged by the document. What it asks for the first time of an operation
 * it asks before without a token and with a forged one: neither may be answered where a token is asked for.
 */
export class Traveller extends Client {
  private readonly nobody: Client;

  constructor(
    system: TestSystem,
    account: string | null,
    private readonly log: Log,
  ) {
    super(system, account);
    this.nobody = new Client(system, null);
  }

  override async call(path: string, call: Call = {}): Promise<Answer> {
    const operation = this.log.document.operationAt(call.method ?? 'GET', path);
    if (this.log.isNew(operation)) await this.tryWithoutToken(operation, path, call);
    const answer = await super.call(path, call);
    this.log.note(operation, answer, path, call.body);
    return answer;
  }

  /** The version of a record, as it names it itself. */
  async versionOf(path: string): Promise<string> {
    return (await this.get<{ readonly etag: string }>(path)).etag;
  }

  /** Asks twice, the second time for what has changed since: nothing has. */
  async unchanged(path: string): Promise<void> {
    const { headers } = await this.call(path);
    const again = await this.call(path, {
      headers: { 'if-none-match': headers.get('etag') ?? 'none' },
    });
    if (again.status === 304) return;
    this.log.fault(this.log.document.operationAt('GET', path), `${again.status}, not 304`);
  }

  /** Says that what is at this path of the document and this address is gone for this account. */
  lose(path: string, address: string): void {
    this.log.lose({ who: this, path, address });
  }

  private async tryWithoutToken(operation: Operation, path: string, call: Call): Promise<void> {
    const asks = asksForToken(operation);
    if (asks === 'never') return;
    const headers = { ...call.headers, authorization: `Bearer ${FORGED}` };
    await this.refused(operation, 'a forged token', path, { ...call, headers });
    if (asks === 'must') await this.refused(operation, 'no token', path, call);
  }

  private async refused(
    operation: Operation,
    what: string,
    path: string,
    call: Call,
  ): Promise<void> {
    const answer = await this.nobody.call(path, call);
    this.log.note(operation, answer, path);
    if (answer.status !== 401) this.log.fault(operation, `${answer.status} for ${what}`);
  }
}
