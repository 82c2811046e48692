import { Component, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readersResponse } from '@enlace/contract';
import type { z } from 'zod';
import { Api } from '../../core/api/api';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Empty } from '../../ui/empty';
import { Skeleton } from '../../ui/skeleton';

type Readers = z.infer<typeof readersResponse>;

/** Which organizations read the report, what and when. */
@Component({
  selector: 'en-readers-list',
  imports: [TranslocoPipe, ProblemNote, Empty, Skeleton],
  template: `
    <section class="card">
      <div class="card-head">
        <h2>{{ 'sharing.readers' | transloco }}</h2>
      </div>
      @if (first.error() ?? failure(); as error) {
        <en-problem-note [problem]="error" />
      }
      @if (first.isLoading()) {
        <en-skeleton class="cb" [label]="'sharing.loading' | transloco" />
      } @else {
        <div class="scroll">
          @if (all().readers.length > 0) {
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{{ 'sharing.reader' | transloco }}</th>
                  <th scope="col">{{ 'sharing.what' | transloco }}</th>
                  <th scope="col">{{ 'sharing.when' | transloco }}</th>
                </tr>
              </thead>
              <tbody>
                @for (reader of all().readers; track $index) {
                  <tr>
                    <th scope="row">{{ name(reader.organization) }}</th>
                    <td>{{ 'sharing.whats.' + reader.what | transloco }}</td>
                    <td>{{ format.dateTime(reader.at) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          } @else if (!first.error()) {
            <en-empty>{{ 'sharing.noReaders' | transloco }}</en-empty>
          }
        </div>
        @if (all().next; as cursor) {
          <button type="button" class="btn sm" (click)="readOn(cursor)">
            {{ 'sharing.more' | transloco }}
          </button>
        }
      }
    </section>
  `,
})
export class ReadersList {
  readonly report = input.required<string>();
  private readonly api = inject(Api);
  private readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  protected readonly failure = signal<unknown>(null);
  protected readonly first = resource({
    params: () => this.report(),
    loader: ({ params }) => this.page(params),
  });
  protected readonly all = linkedSignal<Readers>(() =>
    this.first.hasValue() ? this.first.value() : { readers: [], next: null },
  );

  protected name(organization: string | null): string {
    return organization === null ? '–' : this.reference.organizationName(organization);
  }

  protected async readOn(cursor: string): Promise<void> {
    this.failure.set(null);
    try {
      const { readers, next } = await this.page(this.report(), cursor);
      this.all.update((before) => ({ readers: [...before.readers, ...readers], next }));
    } catch (error) {
      this.failure.set(error);
    }
  }

  private page(report: string, cursor?: string): Promise<Readers> {
    return this.api.get(`arrivals/reports/${report}/readers`, readersResponse, { cursor });
  }
}
