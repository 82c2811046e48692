import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnDate } from '../../../core/i18n/format-pipes';

/** The versions that this reader may open; earlier ones stay. */
@Component({
  selector: 'en-versions-card',
  imports: [RouterLink, TranslocoPipe, CodeLabel, EnDate],
  template: `
    <section class="card" aria-labelledby="versions">
      <div class="card-head">
        <h2 id="versions">{{ 'practices.page.versions' | transloco }}</h2>
      </div>
      <ul>
        @for (one of practice().versions; track one.version) {
          <li>
            <a
              [routerLink]="['/practices', practice().id]"
              [queryParams]="{ version: one.version }"
              [attr.aria-current]="one.version === practice().version ? 'page' : null"
              >{{ 'practices.page.versionN' | transloco: { n: one.version } }}</a
            >
            <span>{{ one.state | codeLabel: 'practiceStatus' }}</span>
            <span class="muted">{{ one.at | enDate }}</span>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      padding: 8px 16px;
      border-top: 1px solid var(--line);
      font-size: 13px;
      line-height: 20px;
    }
    a[aria-current] {
      color: var(--ink);
      font-weight: 600;
      text-decoration: none;
    }
    .muted {
      margin-inline-start: auto;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class VersionsCard {
  readonly practice = input.required<PracticeResponse>();
}
