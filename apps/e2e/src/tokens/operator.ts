import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Description {
  readonly keycloak: {
    readonly port: number;
    readonly admin: { readonly username: string; readonly password: string };
  };
}

/** Keycloak's own operator, at its own port: what happens there is not for Enlace to see. */
export class Operator {
  private readonly base: string;
  private readonly admin: Description['keycloak']['admin'];

  constructor() {
    const folder = process.env['E2E_DATA'] ?? '';
    const file = readFileSync(join(folder, 'system.json'), 'utf8');
    const { keycloak } = JSON.parse(file) as Description;
    this.base = `http://127.0.0.1:${keycloak.port}`;
    this.admin = keycloak.admin;
  }

  /** Asks the Admin REST API of the realm; a refusal is an error. */
  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`${this.base}/admin/realms/enlace${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token()}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** Stops Keycloak where it stands, or lets it go on. */
  pause(isPaused: boolean): void {
    const file = join(process.env['E2E_DATA'] ?? '', 'keycloak', 'pid');
    // Its group, as its script may have started Java below itself.
    process.kill(-Number(readFileSync(file, 'utf8')), isPaused ? 'SIGSTOP' : 'SIGCONT');
  }

  /** What an address of the realm lists. */
  async list<T>(path: string): Promise<T[]> {
    return (await (await this.ask('GET', path)).json()) as T[];
  }

  /** The id of an account. */
  async person(username: string): Promise<string> {
    const [found] = await this.list<{ id: string }>(`/users?exact=true&username=${username}`);
    if (found === undefined) throw new Error(`No account ${username}`);
    return found.id;
  }

  /** Lives for a minute only: asked for each time. */
  private async token(): Promise<string> {
    return this.granted('master', {
      client_id: 'admin-cli',
      grant_type: 'password',
      ...this.admin,
    });
  }

  /** An access token without a browser. */
  async granted(realm: string, form: Readonly<Record<string, string>>): Promise<string> {
    const answer = await fetch(`${this.base}/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`No token for ${form['client_id'] ?? ''}`);
    return token;
  }
}
