import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { reportResponse, reportWritten } from '@enlace/contract';
import { Api, OfflineError, ProblemError } from '../../core/api/api';
import { Connection } from '../../core/api/connection';
import { Session } from '../../core/auth/session';
import type { DraftKey } from '../../core/drafts/drafts-on-device';
import { draftKey } from '../../core/drafts/drafts-on-device';
import { SavingRhythm } from '../../core/drafts/saving-rhythm';
import { EntryDrafts } from './entry-drafts';
import { EntryStore } from './entry-store';
import type { ExactReport } from './model/draft-mapping';
import { contentOf, stateFromReport } from './model/draft-mapping';
import type { EntryState } from './model/entry-state';
import type { Conflict } from './model/merge';
import { countDifferences, mergeStates, takeTheirs } from './model/merge';
import { storable } from './model/storable';

/** A report that cannot be entered: not a draft of one's own organization. */
export class NotEditable extends Error {}

/** Keeps the draft on this device and on the server while somebody types. */
@Injectable()
export class DraftKeeper {
  private readonly api = inject(Api);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly device = inject(EntryDrafts);
  private readonly store = inject(EntryStore);
  private readonly going = signal(false);
  private readonly fault = signal<unknown>(null);
  private readonly disagreed = signal<readonly Conflict[]>([]);
  private key: DraftKey | null = null;
  private etag = '';
  private readonly rhythm = new SavingRhythm(
    () => this.keep(),
    () => this.flush(),
  );

  readonly saving = this.going.asReadonly();
  /** Why the last sending failed; null: it did not. */
  readonly failure = this.fault.asReadonly();
  /** Places where somebody else entered another value meanwhile; nothing is sent until one is chosen. */
  readonly conflicts = this.disagreed.asReadonly();
  readonly offline = computed(
    () => this.connection.offline() || this.fault() instanceof OfflineError,
  );
  /** The version of the draft on the server, for acts on it. */
  readonly version = (): string => this.etag;

  constructor() {
    effect(() => {
      const state = this.store.state();
      if (this.store.report() === null || state === this.store.saved()) return;
      untracked(() => {
        this.rhythm.typed();
      });
    });
    effect(() => {
      if (this.store.report() !== null) this.connection.setUnsent(this.store.waiting());
    });
    effect(() => {
      if (!this.connection.offline() && this.store.report() !== null) {
        untracked(() => void this.flush());
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.rhythm.stop();
      void this.keep();
      void this.save();
    });
  }

  /** Reads the draft from the server, and what this device kept of it; without a line, only the latter. */
  async open(id: string): Promise<void> {
    this.key = draftKey(this.session, id);
    const kept = this.key === null ? null : await this.device.read(this.key);
    try {
      const { report, etag } = await this.read(id);
      const theirs = stateFromReport(report);
      this.etag = etag;
      if (kept === null) this.store.open(report, theirs, theirs);
      else this.takeUp(report, theirs, kept.etag === etag ? theirs : kept.base, kept.state);
    } catch (error) {
      if (!(error instanceof OfflineError) || kept === null) throw error;
      this.etag = kept.etag;
      this.fault.set(error);
      this.store.open(kept.report, kept.base, kept.state);
    }
  }

  /** Sends what waits; whether the server has everything now. */
  async flush(): Promise<boolean> {
    await this.rhythm.settle();
    if (this.disagreed().length > 0) return false;
    if (await this.save()) return true;
    // Somebody else's changes were merged without a conflict: send both now.
    const merged = this.fault() === null && this.disagreed().length === 0;
    return merged && this.store.waiting() > 0 ? this.save() : false;
  }

  /** Takes theirs at the chosen places and ours at all others, then sends. */
  async resolve(theirs: readonly Conflict[]): Promise<void> {
    this.disagreed.set([]);
    this.store.edit((state) => takeTheirs(state, theirs));
    await this.flush();
  }

  /** The draft was sent to be cleared: nothing of it stays here. */
  async finish(): Promise<void> {
    this.rhythm.stop();
    this.store.markSaved(this.store.state());
    if (this.key !== null) await this.device.forget(this.key);
    this.key = null;
  }

  private async read(id: string): Promise<{ report: ExactReport; etag: string }> {
    const { body, etag } = await this.api.getVersion(`arrivals/reports/${id}`, reportResponse);
    if (body.detail !== 'exact' || !body.acts.includes('edit')) throw new NotEditable();
    return { report: body, etag: etag ?? '' };
  }

  private takeUp(
    report: ExactReport,
    theirs: EntryState,
    base: EntryState,
    ours: EntryState,
  ): void {
    const merged = mergeStates(base, ours, theirs);
    this.store.open(report, theirs, merged.state);
    this.disagreed.set(merged.conflicts);
  }

  private async keep(): Promise<void> {
    const report = this.store.report();
    if (this.key === null || report === null) return;
    const base = this.store.saved();
    const state = storable(this.store.state(), base);
    // Rows without figures exist on this device alone.
    const blank = state.rows.some(({ values }) => Object.keys(values).length === 0);
    if (countDifferences(state, base) === 0 && !blank) {
      await this.device.forget(this.key);
    } else {
      await this.device.keep(this.key, { report, base, state, etag: this.etag });
    }
  }

  private save(): Promise<boolean> {
    return this.rhythm.once(() => this.send());
  }

  private async send(): Promise<boolean> {
    const report = this.store.report();
    const sent = storable(this.store.state(), this.store.saved());
    if (report === null || this.key === null) return false;
    if (countDifferences(sent, this.store.saved()) === 0) return this.store.waiting() === 0;
    this.going.set(true);
    try {
      const path = `arrivals/reports/${report.id}/draft`;
      const options = { ifMatch: this.etag };
      const { body, etag } = await this.api.put(path, contentOf(sent), reportWritten, options);
      this.etag = etag ?? `"${body.etag}"`;
      this.fault.set(null);
      this.store.markSaved(sent);
      await this.keep();
      return this.store.waiting() === 0;
    } catch (error) {
      return await this.failed(error, report.id);
    } finally {
      this.going.set(false);
    }
  }

  private async failed(error: unknown, id: string): Promise<boolean> {
    await this.keep();
    const stale = error instanceof ProblemError && error.code === 'stale-version';
    if (!stale) {
      this.fault.set(error);
      if (error instanceof OfflineError) this.rhythm.retry();
      return false;
    }
    try {
      const { report, etag } = await this.read(id);
      const theirs = stateFromReport(report);
      const { state, conflicts } = mergeStates(this.store.saved(), this.store.state(), theirs);
      this.etag = etag;
      this.store.markSaved(theirs);
      this.store.edit(() => state);
      this.disagreed.set(conflicts);
      if (conflicts.length === 0) this.rhythm.typed();
    } catch (again) {
      this.fault.set(again);
    }
    return false;
  }
}
