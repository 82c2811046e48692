import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EnNumber } from '../../../core/i18n/format-pipes';
import { Icon } from '../../../ui/icon/icon';
import type { Facet, FacetValue } from './library-filters';
import { choosing } from './library-filters';

/** Values that stand there before one asks for all of them. */
const AT_FIRST = 7;

/** The values of one facet as links, each with its count; the chosen one leads back. */
@Component({
  selector: 'en-facet-list',
  imports: [RouterLink, TranslocoPipe, EnNumber, Icon],
  template: `
    <h3 [id]="'facet-' + facet()">{{ 'practices.library.facet.' + facet() | transloco }}</h3>
    <ul [attr.aria-labelledby]="'facet-' + facet()">
      @for (one of shown(); track one.value) {
        <li>
          <a
            [routerLink]="[]"
            [queryParams]="choosing(facet(), one.value === chosen() ? null : one.value)"
            queryParamsHandling="merge"
            [attr.aria-current]="one.value === chosen() ? 'true' : null"
          >
            <span>{{ one.label }}</span>
            @if (one.value === chosen()) {
              <span class="vh">{{ 'practices.library.remove' | transloco }}</span>
              <en-icon name="close" />
            } @else {
              <span class="n">{{ one.count | enNumber }}</span>
            }
          </a>
        </li>
      }
    </ul>
    @if (values().length > atFirst) {
      <button
        type="button"
        class="btn btn-text sm"
        [attr.aria-expanded]="all()"
        (click)="all.set(!all())"
      >
        {{ (all() ? 'practices.library.fewer' : 'practices.library.all') | transloco }}
        <span class="vh">: {{ 'practices.library.facet.' + facet() | transloco }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 8px 8px;
      border-top: 1px solid var(--line);
    }
    h3 {
      padding: 0 8px;
      margin: 0 0 4px;
      font: 600 13px/18px var(--sans);
      color: var(--ink-2);
    }
    a {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
      padding: 4px 8px;
      border-radius: 8px;
      color: inherit;
      text-decoration: none;
      font-size: 13px;
      line-height: 18px;
      overflow-wrap: anywhere;
    }
    a > :first-child {
      flex: 1;
      min-width: 0;
    }
    a:hover {
      background: var(--surface-2);
    }
    a[aria-current] {
      background: var(--primary-container);
      color: var(--on-primary-container);
      font-weight: 500;
    }
    .n {
      color: var(--ink-3);
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 760px), (pointer: coarse) {
      a {
        min-height: 44px;
      }
    }
  `,
})
export class FacetList {
  readonly facet = input.required<Facet>();
  readonly values = input.required<readonly FacetValue[]>();
  readonly chosen = input<string>();
  protected readonly atFirst = AT_FIRST;
  protected readonly choosing = choosing;
  /** Whether all values are shown; few again when another list comes. */
  protected readonly all = linkedSignal({ source: this.facet, computation: () => false });
  /** The first ones, and the chosen one wherever it stands. */
  protected readonly shown = computed(() =>
    this.values().filter(
      ({ value }, place) => this.all() || place < AT_FIRST || value === this.chosen(),
    ),
  );
}
