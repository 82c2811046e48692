import { Component, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeEventsResponse, PracticeResponse } from '@enlace/contract';
import { practiceEventsResponse } from '@enlace/contract';
import { Api } from '../../../../core/api/api';
import { CodeLabel } from '../../../../core/i18n/code-label';
import { Format } from '../../../../core/i18n/format';
import { ProblemNote } from '../../../../core/problems/problem-note';
import { Skeleton } from '../../../../ui/skeleton';

type Event = PracticeEventsResponse['events'][number];

/** What happened to a practice, newest first, a page at a time. */
@Component({
  selector: 'en-history-card',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, Skeleton],
  template: `
    <section class="card" aria-labelledby="history">
      <div class="card-head">
        <h2 id="history">{{ 'practices.history.title' | transloco }}</h2>
      </div>
      @if (page(); as read) {
        <ol>
          @for (event of read.events; track $index) {
            <li>
              <time [attr.datetime]="event.at">{{ format.dateTime(event.at) }}</time>
              <div>
                <b>{{ told(event) }}</b>
                <span class="muted"> {{ event.organizationName }}</span>
                @if (event.language; as language) {
                  <span class="muted">, {{ language | codeLabel: 'language' }}</span>
                }
                @if (event.reason; as reason) {
                  <p>{{ reason }}</p>
                }
              </div>
            </li>
          }
        </ol>
      } @else if (first.isLoading()) {
        <div class="cb"><en-skeleton [label]="'practices.history.loading' | transloco" /></div>
      }
      <en-problem-note [problem]="failure() ?? first.error()" />
      @if (page()?.next) {
        <p class="prov">
          <button type="button" class="btn sm" [disabled]="reading()" (click)="more()">
            {{ 'practices.history.older' | transloco }}
          </button>
        </p>
      }
    </section>
  `,
  styleUrls: ['../../../../pattern/event-list.css'],
  styles: `
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class HistoryCard {
  readonly practice = input.required<PracticeResponse>();
  private readonly api = inject(Api);
  protected readonly format = inject(Format);
  protected readonly first = resource({
    // Every change of the practice is one more line of it.
    params: () => ({ id: this.practice().id, etag: this.practice().etag }),
    loader: ({ params: { id } }) => this.api.get(`practices/${id}/events`, practiceEventsResponse),
  });
  protected readonly page = linkedSignal<
    PracticeEventsResponse | undefined,
    PracticeEventsResponse | null
  >({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (read, previous) => read ?? previous?.value ?? null,
  });
  protected readonly reading = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected told({ kind, version }: Event): string {
    return version === null
      ? this.format.text(`practices.history.${kind}`)
      : `${this.format.text(`practices.history.${kind}`)}, ${this.format.text('practices.page.versionN', { n: String(version) })}`;
  }

  protected async more(): Promise<void> {
    const page = this.page();
    if (page?.next == null) return;
    this.reading.set(true);
    this.failure.set(null);
    try {
      const path = `practices/${this.practice().id}/events`;
      const next = await this.api.get(path, practiceEventsResponse, { after: page.next });
      if (this.page() === page) {
        this.page.set({ events: [...page.events, ...next.events], next: next.next });
      }
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.reading.set(false);
    }
  }
}
