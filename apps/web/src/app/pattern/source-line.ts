import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EnDate } from '../core/i18n/format-pipes';

/** Who the figures are from, as at when, in which version. */
@Component({
  selector: 'en-source-line',
  imports: [TranslocoPipe, EnDate],
  template: `
    <div class="prov">
      <span>{{ source() }}</span>
      @if (asAt(); as day) {
        <span>{{ 'source.asAt' | transloco }} {{ day | enDate }}</span>
      }
      @if (version() !== null) {
        <span>{{ 'source.version' | transloco }} {{ version() }}</span>
      }
      <ng-content />
    </div>
  `,
})
export class SourceLine {
  readonly source = input('');
  readonly asAt = input<string | null>(null);
  readonly version = input<number | null>(null);
}
