import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ImportRequest, ImportSettings } from '@enlace/contract';
import type { ImportPlan } from '@enlace/domain';
import type { ActingActor } from '../access/index.js';
import { shareWithOwnState } from '../arrivals/index.js';
import { Audit } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { checkFile, unconfirmed } from './check-file.js';
import { guessSettings } from './guess-settings.js';
import { ImportProgress } from './import-progress.js';
import { ImportStop, stopOf } from './import-stop.js';
import { rememberCodes, rememberedCodes } from './source-codes.js';
import { readSourceFile, type SourceFile } from './source-file.js';
import { writeReports } from './write-reports.js';

const HEARTBEAT = 5_000;
/** Reports of one statement; between two of them an import can be cancelled. */
const CHUNK = 10;

interface ImportTask {
  readonly actor: ActingActor;
  readonly id: string;
  readonly input: ImportRequest;
}

/**
 * Runs imports one after another in the process that took the file. There is no queue in the
 * database (pg-boss) yet: it would have to store every file, and an import is all or nothing, so one
 * that its process takes down has left nothing and is simply sent again; its silent heartbeat shows
 * it as failed. Clock jobs will bring the queue, and imports move there with them.
 */
@Injectable()
export class ImportRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger('Import');
  private last: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly progress: ImportProgress,
  ) {}

  /** Puts an import at the end of the line; the promise ends with it and never fails. */
  start(task: ImportTask): Promise<void> {
    const beat = setInterval(() => {
      this.progress.beat(task.actor, task.id).catch((error: unknown) => {
        this.log.warn(error, 'The heartbeat of an import was not written');
      });
    }, HEARTBEAT);
    const ended = this.last
      .then(() => this.run(task))
      .finally(() => {
        clearInterval(beat);
      });
    this.last = ended;
    return ended;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.last;
  }

  private async run(task: ImportTask): Promise<void> {
    try {
      await this.advance(task, 0, 0);
      const file = await readSourceFile(task.input.text);
      await this.advance(task, file.rows.length, 0);
      await this.database.write(task.actor, (tx) => this.importFile(tx, task, file));
    } catch (error) {
      const stop = stopOf(error);
      if (stop.state === 'failed') this.log.error(error, `Import ${task.id} failed`);
      await this.progress.stop(task.actor, task.id, stop).catch((failure: unknown) => {
        this.log.error(failure, `The end of import ${task.id} was not written`);
      });
    }
  }

  /** Tells others how far it is; stops where somebody asked to, or the process is to end. */
  private async advance({ actor, id }: ImportTask, rows: number, rowsDone: number): Promise<void> {
    if (this.stopping) throw new ImportStop('failed');
    const cancelled = await this.progress.note(actor, id, { rows, rowsDone });
    if (cancelled) throw new ImportStop('cancelled');
  }

  private async importFile(tx: Transaction, task: ImportTask, file: SourceFile): Promise<void> {
    const { actor, input } = task;
    const settings =
      input.settings ?? (await guessSettings(tx, actor, file, await rememberedCodes(tx, actor)));
    const plan = await checkFile(tx, actor, file, settings);
    if (plan.faultCount > 0) throw new ImportStop('refused', plan.faults, plan.faultCount);
    const open = unconfirmed(plan, settings);
    if (open.length > 0) throw new ImportStop('refused', open);
    const ids = await this.write(tx, task, settings, plan);
    await shareWithOwnState(tx, actor, ids);
    await rememberCodes(tx, actor, settings);
    await this.finish(tx, task, settings, plan);
  }

  private async write(
    tx: Transaction,
    task: ImportTask,
    settings: ImportSettings,
    { reports, rows }: ImportPlan,
  ): Promise<string[]> {
    const ids: string[] = [];
    let done = 0;
    for (let at = 0; at < reports.length; at += CHUNK) {
      const chunk = reports.slice(at, at + CHUNK);
      ids.push(...(await writeReports(tx, task.actor, settings, chunk)));
      done += chunk.reduce((sum, report) => sum + report.rows, 0);
      await this.advance(task, rows, done);
    }
    return ids;
  }

  /** The end stands in the same transaction as the reports: both are there, or neither. */
  private async finish(
    tx: Transaction,
    { actor, id, input }: ImportTask,
    settings: ImportSettings,
    { reports, rows, mergedCodes }: ImportPlan,
  ): Promise<void> {
    const ended = await tx.maybe<{ id: string }>(
      `update import_job set state = 'done', rows = $2, rows_done = $2, reports = $3, settings = $4,
         finished_at = enlace_now()
       where id = $1 and state = 'running' and cancel_requested_at is null returning id`,
      [id, rows, reports.length, JSON.stringify(settings)],
    );
    if (!ended) throw new ImportStop('cancelled');
    await this.audit.append(tx, actor, {
      action: 'arrivals.import',
      record: 'import',
      recordId: id,
      after: { fileName: input.fileName, rows, reports: reports.length, mergedCodes, settings },
    });
  }
}
