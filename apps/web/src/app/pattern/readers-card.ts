import { Component, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadersResponse } from '@enlace/contract';
import { readersResponse } from '@enlace/contract';
import { Api } from '../core/api/api';
import { Format } from '../core/i18n/format';
import { ProblemNote } from '../core/problems/problem-note';
import { Reference } from '../core/reference/reference';

/** Who read a record that is not open to everybody, and when, for its owner. */
@Component({
  selector: 'en-readers-card',
  imports: [TranslocoPipe, ProblemNote],
  template: `
    <section class="card" aria-labelledby="readers">
      <div class="card-head">
        <h2 id="readers">{{ 'readers.title' | transloco }}</h2>
      </div>
      <en-problem-note [problem]="error() ?? first.error()" />
      @if (page(); as read) {
        <ul class="cb">
          @for (reader of read.readers; track $index) {
            <li class="row wrap sm">
              <span>{{
                reader.organization === null
                  ? ('readers.public' | transloco)
                  : reference.organizationName(reader.organization)
              }}</span>
              <span class="xs muted">{{ 'readers.whats.' + reader.what | transloco }}</span>
              <span class="xs muted at">{{ format.dateTime(reader.at) }}</span>
            </li>
          } @empty {
            <li class="muted sm">{{ 'readers.none' | transloco }}</li>
          }
        </ul>
        @if (read.next !== null) {
          <p class="cb">
            <button type="button" class="btn btn-outlined sm" (click)="more()">
              {{ 'readers.more' | transloco }}
            </button>
          </p>
        }
      }
    </section>
  `,
  styles: '.row { padding: 4px 0; gap: 2px 8px } .at { margin-left: auto }',
})
export class ReadersCard {
  /** Where the API has the record, such as `commitments/{id}`. */
  readonly of = input.required<string>();
  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  private readonly api = inject(Api);
  protected readonly first = resource({
    params: () => this.of(),
    loader: ({ params }) => this.read(params),
  });
  protected readonly page = linkedSignal(() => (this.first.hasValue() ? this.first.value() : null));
  protected readonly error = signal<unknown>(null);

  protected async more(): Promise<void> {
    const page = this.page();
    if (page?.next == null) return;
    this.error.set(null);
    try {
      const next = await this.read(this.of(), page.next);
      if (this.page() === page) {
        this.page.set({ readers: [...page.readers, ...next.readers], next: next.next });
      }
    } catch (error) {
      this.error.set(error);
    }
  }

  private read(of: string, cursor?: string): Promise<ReadersResponse> {
    return this.api.get(`${of}/readers`, readersResponse, { cursor });
  }
}
