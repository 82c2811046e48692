import { Component, computed, input } from '@angular/core';
import type { Classification } from '@enlace/domain';
import { CLASSIFICATIONS } from '@enlace/domain';
import { CodeLabel } from '../core/i18n/code-label';

/** Who sees it: the darker the chip and the more bars, the fewer people. */
@Component({
  selector: 'en-audience-chip',
  imports: [CodeLabel],
  template: `
    <span [class]="'cl c' + level()">
      <svg viewBox="0 0 16 14" aria-hidden="true">
        @for (bar of bars; track bar) {
          <rect
            [attr.x]="(bar - 1) * 4"
            [attr.y]="13 - bar * 3"
            width="3"
            [attr.height]="1 + bar * 3"
            fill="currentColor"
            [attr.opacity]="bar <= level() ? 1 : 0.22"
          />
        }
      </svg>
      {{ classification() | codeLabel: 'classification' }}{{ group() ? ': ' + group() : '' }}
    </span>
  `,
})
export class AudienceChip {
  readonly classification = input.required<Classification>();
  readonly group = input('');
  protected readonly bars = [1, 2, 3, 4];
  protected readonly level = computed(() => CLASSIFICATIONS.indexOf(this.classification()) + 1);
}
