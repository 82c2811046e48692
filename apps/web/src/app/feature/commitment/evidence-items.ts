import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressReportAnswer } from '@enlace/contract';
import { Format } from '../../core/i18n/format';
import { StoredFile } from '../../pattern/files/stored-file';
import { Icon } from '../../ui/icon/icon';

/** Evidence of a report: links, and files that are fetched with the reader's rights. */
@Component({
  selector: 'en-evidence-items',
  imports: [TranslocoPipe, Icon, StoredFile],
  template: `
    <ul>
      @for (one of evidence(); track one.id) {
        <li>
          <en-icon name="description" />
          <div>
            @if (one.file; as file) {
              <en-stored-file [title]="one.title" [file]="file" />
            } @else if (one.url; as url) {
              <a [href]="url" rel="noopener noreferrer" target="_blank"
                >{{ one.title }}<span class="vh"> ({{ 'commitment.newTab' | transloco }})</span></a
              >
              <p>{{ hostOf(url) }}</p>
            }
            <p>
              {{ 'commitment.addedOn' | transloco: { day: format.date(one.addedAt) } }}
            </p>
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr);
      gap: 10px;
      padding: 8px 0;
    }
    a {
      color: var(--ink);
      font-weight: 500;
      overflow-wrap: anywhere;
    }
    p {
      font-size: 13px;
      line-height: 18px;
      color: var(--ink-3);
    }
    en-icon {
      color: var(--ink-3);
    }
  `,
})
export class EvidenceItems {
  readonly evidence = input.required<ProgressReportAnswer['evidence']>();
  protected readonly format = inject(Format);

  protected hostOf(url: string): string {
    return URL.canParse(url) ? new URL(url).host : url;
  }
}
