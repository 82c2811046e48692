import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeResponse } from '@enlace/contract';
import type { EvidenceStrength } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { StoredFile } from '../../../pattern/files/stored-file';
import { Icon } from '../../../ui/icon/icon';
import type { ToldPractice } from '../practice-words';

/** What is known of the result, what is not, and how strong the evidence is. */
@Component({
  selector: 'en-evidence-card',
  imports: [TranslocoPipe, CodeLabel, Icon, StoredFile],
  template: `
    <section class="card" aria-labelledby="evidence">
      <div class="card-head">
        <h2 id="evidence">{{ 'practices.page.evidence' | transloco }}</h2>
      </div>
      <ul>
        @for (finding of findings(); track $index) {
          <li>
            <b [lang]="finding.figure.lang">{{ finding.figure.text }}</b>
            <span [lang]="finding.what.lang">{{ finding.what.text }}</span>
            <small [lang]="finding.source.lang">{{ finding.source.text }}</small>
          </li>
        }
      </ul>
      @if (files().length > 0) {
        <h3>{{ 'practices.label.files' | transloco }}</h3>
        <ul>
          @for (file of files(); track file.id) {
            <li class="file">
              <en-icon name="description" /><en-stored-file [title]="file.title" [file]="file" />
            </li>
          }
        </ul>
      }
      @if (strength(); as strong) {
        <p class="prov">
          {{
            'practices.page.strength'
              | transloco: { strength: (strong | codeLabel: 'evidenceStrength') }
          }}
        </p>
      }
    </section>
  `,
  styles: `
    li {
      display: grid;
      gap: 1px;
      padding: 10px 16px 11px;
      overflow-wrap: anywhere;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    .file {
      grid-template-columns: 20px minmax(0, 1fr);
      gap: 10px;
    }
    en-icon {
      color: var(--ink-3);
    }
    h3 {
      padding: 12px 16px 0;
      border-top: 1px solid var(--line);
    }
    b {
      font: 600 22px/28px var(--sans);
      letter-spacing: -0.015em;
    }
    small {
      font-size: 13px;
      line-height: 18px;
      color: var(--ink-3);
    }
  `,
})
export class EvidenceCard {
  readonly findings = input.required<ToldPractice['findings']>();
  readonly files = input.required<PracticeResponse['facts']['files']>();
  readonly strength = input.required<EvidenceStrength | null>();
}
