import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ShareAnswer } from '@enlace/contract';
import { shareListResponse, sharingGroupsResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { CodeLabel } from '../../core/i18n/code-label';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { AudienceWords } from '../../pattern/audience-words';

/** With whom the report is shared, for its owner; sharing itself has a page of its own. */
@Component({
  selector: 'en-report-shares',
  imports: [RouterLink, TranslocoPipe, CodeLabel, ProblemNote],
  template: `
    <section class="card">
      <div class="card-head">
        <h2>{{ 'reports.sharedWith' | transloco }}</h2>
        <a class="m" [routerLink]="['/arrivals/reports', id(), 'sharing']">{{
          'reports.toSharing' | transloco
        }}</a>
      </div>
      <en-problem-note [problem]="read.error()" />
      @if (read.hasValue()) {
        <ul class="cb">
          @for (share of open(); track share.id) {
            <li>
              <b>{{ words.tell(share, groups()) }}</b>
              <span class="sm">{{ share.detail | codeLabel: 'detail' }}</span>
              <span class="xs muted"
                >{{ 'reports.shareFrom' | transloco: { from: format.dateTime(share.opensAt) } }}
                @if (share.endsAt; as end) {
                  {{ 'reports.shareUntil' | transloco: { until: format.dateTime(end) } }}
                }
              </span>
              @if (share.withheldFrom.length > 0) {
                <span class="xs muted">{{
                  'reports.withheldFrom' | transloco: { states: withheld(share) }
                }}</span>
              }
            </li>
          } @empty {
            <li class="muted sm">{{ 'reports.notShared' | transloco }}</li>
          }
          @if (revoked() > 0) {
            <li class="muted xs">{{ 'reports.revokedShares' | transloco: { n: revoked() } }}</li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    li {
      display: grid;
      gap: 2px;
      padding: 8px 0;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
    b {
      font-weight: 500;
    }
  `,
})
export class ReportShares {
  readonly id = input.required<string>();
  protected readonly words = inject(AudienceWords);
  protected readonly format = inject(Format);
  private readonly reference = inject(Reference);
  private readonly api = inject(Api);
  protected readonly read = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.get(`arrivals/reports/${params}/shares`, shareListResponse),
  });
  private readonly groupsRead = resource({
    loader: () => this.api.get('sharing-groups', sharingGroupsResponse),
  });
  protected readonly groups = computed(() =>
    this.groupsRead.hasValue()
      ? this.groupsRead
          .value()
          .groups.map(({ id, names }) => ({ id, label: this.reference.nameOf(names) }))
      : [],
  );
  private readonly shares = computed(() => (this.read.hasValue() ? this.read.value().shares : []));
  protected readonly open = computed(() => this.shares().filter(({ revokedAt }) => !revokedAt));
  protected readonly revoked = computed(() => this.shares().length - this.open().length);

  protected withheld({ withheldFrom }: ShareAnswer): string {
    return withheldFrom.map((code) => this.reference.stateName(code)).join(', ');
  }
}
