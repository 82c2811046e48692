import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProvisionTheme } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';

/** A provision by its number and what it is about. */
export interface HelpedProvision {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Provisions and themes that the practice helps with. */
@Component({
  selector: 'en-helps-card',
  imports: [RouterLink, TranslocoPipe, CodeLabel],
  template: `
    <section class="card" aria-labelledby="helps">
      <div class="card-head">
        <h2 id="helps">{{ 'practices.page.helps' | transloco }}</h2>
      </div>
      <ul class="cb">
        @for (one of provisions(); track one.id) {
          <li>
            <a class="chip" [routerLink]="['/provisions', one.id]"
              ><b>{{ one.number }}</b> {{ one.title }}</a
            >
          </li>
        }
        @for (theme of themes(); track theme) {
          <li class="chip">{{ theme | codeLabel: 'provisionTheme' }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    li {
      min-width: 0;
    }
    .chip {
      display: inline-block;
      padding: 3px 10px;
      border: 1px solid var(--line-2);
      border-radius: 6px;
      background: var(--surface);
      color: var(--ink);
      font-size: 13px;
      line-height: 20px;
      text-decoration: none;
    }
    a.chip:hover {
      background: var(--surface-3);
    }
    b {
      margin-inline-end: 4px;
      font-weight: 600;
    }
  `,
})
export class HelpsCard {
  readonly provisions = input.required<readonly HelpedProvision[]>();
  readonly themes = input.required<readonly ProvisionTheme[]>();
}
