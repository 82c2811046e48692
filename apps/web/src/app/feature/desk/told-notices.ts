import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeskResponse } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import { Reference } from '../../core/reference/reference';
import { StateTile } from '../../pattern/state-tile';

type Notice = DeskResponse['notices'][number];

/** What others reopened, retracted or no longer share, with their reasons. */
@Component({
  selector: 'en-told-notices',
  imports: [RouterLink, TranslocoPipe, StateTile],
  template: `
    <section class="card" aria-labelledby="changed">
      <div class="card-head">
        <h2 id="changed">{{ 'desk.changed' | transloco }}</h2>
      </div>
      <ul>
        @for (notice of notices(); track notice.kind + notice.toldAt + $index) {
          <li class="sh">
            <en-state-tile [code]="notice.state" />
            <div>
              @if (notice.report; as report) {
                <a [routerLink]="['/arrivals/reports', report]">{{
                  'desk.notice.' + notice.kind | transloco: about(notice)
                }}</a>
              } @else {
                <b>{{ 'desk.notice.' + notice.kind | transloco: about(notice) }}</b>
              }
              @if (notice.reason; as reason) {
                <p>{{ 'desk.reason' | transloco: { reason: reason } }}</p>
              }
              <p>
                {{ format.shortDate(notice.toldAt) }}
                @if (notice.kind === 'reopened') {
                  · {{ 'desk.kept' | transloco }}
                } @else if (notice.kind === 'retracted') {
                  · {{ 'desk.taken' | transloco }}
                }
              </p>
            </div>
          </li>
        }
      </ul>
      <p class="prov">{{ 'desk.listed' | transloco }}</p>
    </section>
  `,
  styleUrl: './shared-list.css',
})
export class ToldNotices {
  readonly notices = input.required<readonly Notice[]>();
  protected readonly format = inject(Format);
  private readonly reference = inject(Reference);

  protected about({ state, period, crossingPoint }: Notice): Record<string, string> {
    return {
      state: this.reference.stateName(state),
      month: this.format.month(period),
      point: this.reference.pointName(crossingPoint),
    };
  }
}
