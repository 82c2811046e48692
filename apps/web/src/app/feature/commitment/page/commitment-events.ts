import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentEventsResponse, CommitmentResponse } from '@enlace/contract';
import { commitmentEventsResponse } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { Format } from '../../../core/i18n/format';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { Skeleton } from '../../../ui/skeleton';
import type { EventLine } from './event-lines';
import { EventLines } from './event-lines';

type Event = CommitmentEventsResponse['events'][number];

/** Everything that happened, newest first, a page at a time, with what each change changed. */
@Component({
  selector: 'en-commitment-events',
  imports: [TranslocoPipe, ProblemNote, Skeleton],
  template: `
    <section class="card" aria-labelledby="events">
      <div class="card-head">
        <h2 id="events">{{ 'commitment.events' | transloco }}</h2>
      </div>
      <ol>
        @for (event of events(); track $index) {
          <li>
            <time [attr.datetime]="event.at">{{ format.dateTime(event.at) }}</time>
            <div>
              <b>{{ 'commitment.event.' + event.kind | transloco }}</b>
              <span class="muted"> {{ reference.organizationName(event.organization) }}</span>
              @for (line of linesOf(event); track $index) {
                <p>
                  @if (line.field) {
                    <span class="muted">{{ line.field }}:</span>
                  }
                  @if (line.before !== null) {
                    <del
                      ><span class="vh">{{ 'commitment.was' | transloco }} </span
                      >{{ line.before || ('commitment.nothing' | transloco) }}</del
                    >
                    <ins
                      ><span class="vh">{{ 'commitment.isNow' | transloco }} </span
                      >{{ line.after || ('commitment.nothing' | transloco) }}</ins
                    >
                  } @else {
                    {{ line.after }}
                  }
                </p>
              }
            </div>
          </li>
        }
      </ol>
      @if (loading()) {
        <div class="cb"><en-skeleton [label]="'commitment.loadingEvents' | transloco" /></div>
      }
      <en-problem-note [problem]="failure()" />
      @if (next() !== null && !loading()) {
        <p class="prov">
          <button type="button" class="btn sm" (click)="more()">
            {{ 'commitment.olderEvents' | transloco }}
          </button>
        </p>
      }
    </section>
  `,
  styleUrls: ['../../../pattern/event-list.css'],
  styles: `
    del {
      color: var(--ink-3);
    }
    ins {
      text-decoration-color: var(--ok-line);
    }
  `,
})
export class CommitmentEvents {
  readonly commitment = input.required<CommitmentResponse>();
  private readonly api = inject(Api);
  private readonly lines = inject(EventLines);
  protected readonly format = inject(Format);
  protected readonly reference = inject(Reference);
  protected readonly events = signal<readonly Event[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly loading = signal(false);
  protected readonly failure = signal<unknown>(null);
  /** Answers to an earlier version of the commitment are not shown. */
  private reading = 0;

  constructor() {
    effect(() => {
      const { id } = this.commitment();
      untracked(() => void this.read(id, null));
    });
  }

  protected linesOf(event: Event): readonly EventLine[] {
    return this.lines.of(event, this.commitment().provisions);
  }

  protected more(): void {
    void this.read(this.commitment().id, this.next());
  }

  private async read(id: string, after: string | null): Promise<void> {
    const reading = ++this.reading;
    this.loading.set(true);
    this.failure.set(null);
    try {
      const path = `commitments/${id}/events`;
      const page = await this.api.get(path, commitmentEventsResponse, { after });
      if (reading !== this.reading) return;
      this.events.update((before) => (after === null ? page.events : [...before, ...page.events]));
      this.next.set(page.next);
    } catch (error) {
      if (reading === this.reading) this.failure.set(error);
    } finally {
      if (reading === this.reading) this.loading.set(false);
    }
  }
}
