import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ActionRequest, IndicatorRequest, ScheduleRequest } from '@enlace/contract';
import { commitmentResponse, commitmentWritten } from '@enlace/contract';
import { Api, ProblemError } from '../../../core/api/api';
import { Session } from '../../../core/auth/session';
import { Language } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { PageHead } from '../../../ui/page-head';
import { Skeleton } from '../../../ui/skeleton';
import { readWords } from '../commitment-words';
import { FieldFaults } from '../../../pattern/form/field-faults';
import { ActionEditor } from './action-editor';
import { IndicatorEditor } from './indicator-editor';
import { ScheduleEditor } from './schedule-editor';

/** What was typed for one part of the plan: a new part has no id. */
export interface PartWritten<Request> {
  readonly id: string | null;
  readonly request: Request;
}

/** How a commitment is carried out: its actions, its indicators, and when reports are due. */
@Component({
  selector: 'en-plan-page',
  imports: [
    ...[RouterLink, TranslocoPipe, ProblemNote, PageHead, Skeleton, FieldFaults],
    ...[ActionEditor, IndicatorEditor, ScheduleEditor],
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly reference = inject(Reference);

  protected readonly read = resource({
    params: () => (this.session.acting() === null ? undefined : this.id()),
    loader: ({ params: id }) => this.api.get(`commitments/${id}`, commitmentResponse),
  });
  protected readonly commitment = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly words = computed(() =>
    readWords(this.commitment()?.texts ?? [], this.language.current()),
  );
  /** Who may own an action: the actor and its partners. */
  protected readonly owners = computed(() => {
    const commitment = this.commitment();
    if (commitment === null) return [];
    const ids = [commitment.actor, ...commitment.partners.map(({ organization }) => organization)];
    return ids.map((id) => ({ id, label: this.reference.organizationName(id) }));
  });
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly overtaken = signal(false);
  /** Counts what was written, so that the open editors close. */
  protected readonly written = signal(0);

  protected readonly fieldOf = (pointer: string): string | null => {
    const field = pointer.split('/')[1] ?? '';
    return document.getElementById(`plan-${field}`) === null ? null : `plan-${field}`;
  };
  protected readonly nameOf = (): string => '';

  protected saveAction({ id, request }: PartWritten<ActionRequest>): Promise<void> {
    return this.write('actions', id, request);
  }

  protected saveIndicator({ id, request }: PartWritten<IndicatorRequest>): Promise<void> {
    return this.write('indicators', id, request);
  }

  protected saveSchedule(request: ScheduleRequest): Promise<void> {
    return this.write('schedule', '', request);
  }

  private async write(part: string, id: string | null, request: unknown): Promise<void> {
    const commitment = this.commitment();
    if (commitment === null || this.sending()) return;
    const path = `commitments/${commitment.id}/${part}${id ? `/${id}` : ''}`;
    const ifMatch = `"${commitment.etag}"`;
    this.sending.set(true);
    this.failure.set(null);
    this.overtaken.set(false);
    try {
      if (id === null) {
        const options = { ifMatch, idempotencyKey: crypto.randomUUID() };
        await this.api.post(path, request, commitmentWritten, options);
      } else await this.api.put(path, request, commitmentWritten, { ifMatch });
      this.written.update((count) => count + 1);
    } catch (error) {
      // What was typed stays; what somebody else wrote is shown around it.
      if (error instanceof ProblemError && error.status === 412) this.overtaken.set(true);
      else this.failure.set(error);
    } finally {
      this.sending.set(false);
      this.read.reload();
    }
  }
}
