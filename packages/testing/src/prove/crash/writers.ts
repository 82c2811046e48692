import type {
  CommitmentResponse,
  CommitmentWritten,
  PracticeResponse,
  PracticeWritten,
  RemindResponse,
  ReportWritten,
} from '@enlace/contract';
import { practiceDraft } from '../../client/practices.js';
import { draftContent } from '../../client/publish.js';
import { lettersOf, type Ledger } from './ledger.js';
import type { Sender } from './sender.js';

/** Somebody who writes; `step` makes one record with what follows. */
export interface Writer {
  step(): Promise<void>;
}

/** Gives each record a number of its own. */
export class Counter {
  private last = 0;
  next(): number {
    this.last += 1;
    return this.last;
  }
}

const REPORTS = '/api/v1/arrivals/reports';
const COMMITMENTS = '/api/v1/commitments';
const PRACTICES = '/api/v1/practices';

/** A point, a month and a unit that nobody reported yet. */
export interface ReportPlace {
  readonly crossingPoint: string;
  readonly period: string;
  readonly unit: 'persons' | 'events' | 'cases';
}

/** A focal point: begins a report, saves its figures. */
export class FocalPoint implements Writer {
  constructor(
    private readonly sender: Sender,
    private readonly ledger: Ledger,
    private readonly counter: Counter,
    /** Points and months of its State that nobody reported yet. */
    private readonly keys: ReportPlace[],
  ) {}

  async step(): Promise<void> {
    const key = this.keys.pop();
    if (!key) throw new Error('No month is left to report.');
    const begun = await this.sender.send<ReportWritten>('report begun', {
      ...{ method: 'POST', path: REPORTS },
      body: { ...key, observation: 'entry', sourceKind: 'register' },
    });
    const mark = `${key.crossingPoint} ${key.period} ${key.unit}`;
    const record = this.ledger.keep({ table: 'arrival_report', id: begun.id, mark });
    this.ledger.wrote('report begun', begun.id);
    const value = this.counter.next();
    await this.sender.send<ReportWritten>(
      'figures saved',
      {
        ...{ method: 'PUT', path: `${REPORTS}/${begun.id}/draft`, etag: begun.etag },
        body: draftContent({ counts: [{ nationality: 'VEN', value }] }),
      },
      () => this.sender.client.get<ReportWritten>(`${REPORTS}/${begun.id}`),
    );
    record.saved = value;
    this.ledger.wrote('figures saved', begun.id);
  }
}

/** Who records commitments, for whom and under what. */
export interface Promised {
  readonly forum: string;
  readonly actor: string;
  readonly provision: string;
  readonly dueOn: string;
}

/** A secretariat: records a commitment, adds an action, and reminds of it. */
export class Secretariat implements Writer {
  constructor(
    private readonly sender: Sender,
    private readonly ledger: Ledger,
    private readonly counter: Counter,
    private readonly promised: readonly Promised[],
  ) {}

  async step(): Promise<void> {
    const number = this.counter.next();
    const mark = lettersOf(number);
    const promised = this.promised[number % this.promised.length];
    if (!promised) throw new Error('Nobody promises anything.');
    const { forum, actor, provision, dueOn } = promised;
    const words = { title: `Crash ${mark} end`, deliverable: 'A count', verification: 'A look' };
    const { id } = await this.sender.send<CommitmentWritten>('commitment recorded', {
      ...{ method: 'POST', path: COMMITMENTS },
      body: {
        ...{ forum, actor, provisions: [provision], text: { language: 'en', ...words } },
        ...{ dueOn, classification: 'community' },
      },
    });
    const record = this.ledger.keep({ table: 'commitment', id, mark });
    this.ledger.wrote('commitment recorded', id);
    await this.addAction(id, actor, mark);
    const { dueDateId, recipients } = await this.sender.send<RemindResponse>('reminder asked for', {
      ...{ method: 'POST', path: `${COMMITMENTS}/${id}/reminders` },
    });
    record.reminded = recipients;
    this.ledger.wrote('reminder asked for', dueDateId);
  }

  private async addAction(id: string, owner: string, mark: string): Promise<void> {
    const path = `${COMMITMENTS}/${id}`;
    const { etag } = await this.sender.read(() => this.sender.client.get<CommitmentResponse>(path));
    const title = `Crash ${mark} act`;
    await this.sender.send(
      'action added',
      {
        ...{ method: 'POST', path: `${path}/actions`, etag },
        body: { title, owner, from: null, until: null, weight: 1 },
      },
      async () => {
        const { actions } = await this.sender.client.get<CommitmentResponse>(path);
        return actions.some((action) => action.title === title) ? {} : null;
      },
    );
    this.ledger.keep({ table: 'commitment_action', id, mark });
    this.ledger.wrote('action added', id);
  }
}

/** An editor: begins a practice, writes it whole and hands it in. */
export class Editor implements Writer {
  constructor(
    private readonly sender: Sender,
    private readonly ledger: Ledger,
    private readonly counter: Counter,
    private readonly provision: string,
  ) {}

  async step(): Promise<void> {
    const number = this.counter.next();
    const mark = lettersOf(number);
    const people = (number % 9000) + 1;
    const begun = await this.sender.send<PracticeWritten>('practice begun', {
      ...{ method: 'POST', path: PRACTICES },
      body: { language: 'en', title: `Crash ${mark} end` },
    });
    const path = `${PRACTICES}/${begun.id}`;
    const record = this.ledger.keep({ table: 'practice', id: begun.id, mark });
    this.ledger.wrote('practice begun', begun.id);
    const audience = { forums: [], organizations: [], withheldFrom: [] };
    const body = practiceDraft(
      { say: (field) => `Crash ${mark} end ${field}`, people },
      {
        audience: { classification: 'public', ...audience },
        ...{ provision: this.provision, files: [] },
      },
    );
    const read = (): Promise<PracticeResponse> => this.sender.client.get<PracticeResponse>(path);
    const saved = await this.sender.send<{ readonly etag: string }>(
      'practice saved',
      { method: 'PUT', path: `${path}/draft`, body, etag: begun.etag },
      read,
    );
    record.saved = people;
    this.ledger.wrote('practice saved', begun.id);
    await this.sender.send<object>(
      'practice handed in',
      { method: 'POST', path: `${path}/submission`, etag: saved.etag },
      async () => ((await read()).state === 'draft' ? null : {}),
    );
    record.submitted = true;
    this.ledger.wrote('practice handed in', begun.id);
  }
}
