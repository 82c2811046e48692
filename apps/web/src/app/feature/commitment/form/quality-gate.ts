import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GatePart } from '@enlace/domain';
import { GATE_PARTS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { StatusMark } from '../../../pattern/status-mark';

/** Says, as somebody types, whether this is a commitment, and what is missing to one. */
@Component({
  selector: 'en-quality-gate',
  imports: [TranslocoPipe, CodeLabel, StatusMark],
  template: `
    <section class="card" aria-labelledby="gate">
      <div class="card-head">
        <h2 id="gate">{{ 'commitment.form.gate' | transloco }}</h2>
      </div>
      <div class="cb">
        <p class="st" role="status">
          <en-status-mark
            [status]="missing().length === 0 ? 'on-track' : 'aspiration'"
            aria-hidden="true"
          />
          {{
            (missing().length === 0
              ? 'commitment.form.isCommitment'
              : 'commitment.form.staysAspiration'
            ) | transloco
          }}
        </p>
        <ul>
          @for (part of parts; track part) {
            <li>
              <svg class="ic s" aria-hidden="true">
                <use [attr.href]="missing().includes(part) ? '#i-hourglass_empty' : '#i-check'" />
              </svg>
              <span>{{ part | codeLabel: 'gatePart' }}</span>
              <span class="muted">{{
                (missing().includes(part) ? 'commitment.form.missing' : 'commitment.form.there')
                  | transloco
              }}</span>
            </li>
          }
        </ul>
        <p class="xs muted">{{ 'commitment.form.gateHelp' | transloco }}</p>
      </div>
    </section>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 16px minmax(0, 1fr) auto;
      gap: 8px;
      align-items: center;
      padding: 4px 0;
      font-size: 13px;
      line-height: 18px;
    }
    ul {
      margin: 8px 0;
    }
    .st {
      white-space: normal;
    }
  `,
})
export class QualityGate {
  readonly missing = input.required<readonly GatePart[]>();
  protected readonly parts = GATE_PARTS;
}
