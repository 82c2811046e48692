import { randomUUID } from 'node:crypto';
import {
  importDryRun,
  importStatus,
  type ImportDryRun,
  type ImportSettings,
  type ImportStatus,
} from '@enlace/contract';
import { Client } from 'pg';
import { startTestApi, type TestAnswer, type TestApi } from '../app.harness.js';

/** Address of the imports. */
export const IMPORTS = '/api/v1/arrivals/imports';

/** What tests of imports do again and again, through the API as Panama's focal point. */
export class ImportsBench {
  private constructor(
    readonly api: TestApi,
    readonly owner: Client,
  ) {}

  static async start(): Promise<ImportsBench> {
    const api = await startTestApi();
    const owner = new Client({ connectionString: api.urls.owner });
    await owner.connect();
    return new ImportsBench(api, owner);
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.api.close();
  }

  post(path: string, body: unknown, as = 'fp.pa'): Promise<TestAnswer> {
    const headers = { 'idempotency-key': randomUUID() };
    return this.api.request(path, { as, method: 'POST', body, headers });
  }

  async dryRun(text: string, settings: ImportSettings | null = null): Promise<ImportDryRun> {
    const body = { fileName: 'figures.csv', text, settings };
    const answer = await this.post(`${IMPORTS}/dry-run`, body);
    if (answer.status !== 200) throw new Error(answer.text);
    return importDryRun.parse(answer.body);
  }

  /** Comments on every warning that the dry run gave. */
  confirmed(run: ImportDryRun): ImportSettings {
    const comment = 'Checked with the register';
    return { ...run.settings, confirmations: run.warnings.map(({ rule }) => ({ rule, comment })) };
  }

  async begin(text: string, settings: ImportSettings | null): Promise<string> {
    const answer = await this.post(IMPORTS, { fileName: 'figures.csv', text, settings });
    if (answer.status !== 202) throw new Error(answer.text);
    return importStatus.parse(answer.body).id;
  }

  async ended(id: string, seen?: (now: ImportStatus) => void): Promise<ImportStatus> {
    for (;;) {
      const answer = await this.api.request(`${IMPORTS}/${id}`, { as: 'fp.pa' });
      const now = importStatus.parse(answer.body);
      seen?.(now);
      if (!['waiting', 'running'].includes(now.state)) return now;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async imported(text: string, settings: ImportSettings | null): Promise<ImportStatus> {
    return this.ended(await this.begin(text, settings));
  }

  /** What a query that counts says, whoever would see the rows. */
  async counted(sql: string): Promise<number> {
    const { rows } = await this.owner.query<{ n: number }>(`select (${sql})::int as n`);
    return rows[0]?.n ?? -1;
  }

  reports(): Promise<number> {
    return this.counted('select count(*) from arrival_report');
  }
}
