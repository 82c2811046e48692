import { Injectable, computed, inject, signal } from '@angular/core';
import { checksResponse, reportWritten } from '@enlace/contract';
import { REFUSAL_RULES } from '@enlace/domain';
import { Api, ProblemError } from '../../core/api/api';
import { DraftKeeper } from './draft-keeper';
import { EntryStore } from './entry-store';
import type { FindingGroup, ShownFinding } from './model/finding-groups';
import { groupFindings } from './model/finding-groups';

/** Checks of the draft, the comments on its warnings, and sending it. */
@Injectable()
export class Checking {
  private readonly api = inject(Api);
  private readonly store = inject(EntryStore);
  private readonly keeper = inject(DraftKeeper);
  private readonly told = signal<readonly ShownFinding[]>([]);
  private readonly written = signal<Readonly<Record<string, string>>>({});
  private readonly going = signal(false);
  private readonly fault = signal<unknown>(null);

  readonly sending = this.going.asReadonly();
  readonly failure = this.fault.asReadonly();
  /** Comments by warning rule. */
  readonly comments = this.written.asReadonly();
  /** What is found here as somebody types, and what only the server can know. */
  readonly groups = computed<readonly FindingGroup[]>(() =>
    groupFindings(this.store.findings(), this.told()),
  );
  readonly refused = computed(() => this.groups().some(({ kind }) => kind === 'refusal'));
  readonly uncommented = computed(() =>
    this.groups().filter(({ kind, rule }) => kind === 'warning' && !this.comments()[rule]?.trim()),
  );

  /** Says why a warning is right. */
  comment(rule: string, text: string): void {
    this.written.update((comments) => ({ ...comments, [rule]: text }));
  }

  /** Saves, checks on the server and, where nothing stands against it, sends. Whether it was sent. */
  async send(): Promise<boolean> {
    const report = this.store.report();
    if (report === null || this.going()) return false;
    this.going.set(true);
    this.fault.set(null);
    try {
      if (!(await this.keeper.flush())) return false;
      await this.ask(report.id);
      if (this.refused() || this.uncommented().length > 0) return false;
      await this.submit(report.id);
      await this.keeper.finish();
      return true;
    } catch (error) {
      this.fault.set(error);
      if (error instanceof ProblemError) this.tell(error);
      return false;
    } finally {
      this.going.set(false);
    }
  }

  private async ask(id: string): Promise<void> {
    const { body } = await this.api.post(`arrivals/reports/${id}/checks`, {}, checksResponse);
    this.told.set([
      ...body.refusals.map((finding) => ({ ...finding, kind: 'refusal' as const })),
      ...body.warnings.map((finding) => ({ ...finding, kind: 'warning' as const })),
    ]);
  }

  private async submit(id: string): Promise<void> {
    const rules = this.groups().filter(({ kind }) => kind === 'warning');
    const confirmations = rules.map(({ rule }) => ({
      rule,
      comment: this.comments()[rule]?.trim() ?? '',
    }));
    await this.api.post(`arrivals/reports/${id}/submission`, { confirmations }, reportWritten, {
      ifMatch: this.keeper.version(),
    });
  }

  /** The server's checks know more than the last answer: show what it refused. */
  private tell({ problem, code }: ProblemError): void {
    if (code !== 'checks-not-passed' && code !== 'warnings-not-confirmed') return;
    const refusals: readonly string[] = REFUSAL_RULES;
    this.told.set(
      (problem.errors ?? []).map(({ rule, pointer, params }) => ({
        kind: refusals.includes(rule) ? 'refusal' : 'warning',
        ...{ rule, pointer, params: params ?? {} },
      })),
    );
  }
}
