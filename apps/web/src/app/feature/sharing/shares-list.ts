import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ShareAnswer } from '@enlace/contract';
import * as z from 'zod';
import { Api } from '../../core/api/api';
import { CodeLabel } from '../../core/i18n/code-label';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { AudienceWords } from '../../pattern/audience-words';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty';
import type { Choice } from '../../pattern/form/choice-list';

/** The shares of a report, with whom and how long; each can be revoked at any time. */
@Component({
  selector: 'en-shares-list',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, Dialog, Empty],
  template: `
    <section class="card">
      <div class="card-head">
        <h2>{{ 'sharing.shares' | transloco }}</h2>
      </div>
      @if (failure(); as error) {
        <en-problem-note [problem]="error" />
      }
      @for (share of shares(); track share.id) {
        <div class="one" [class.past]="share.revokedAt !== null">
          <b>{{ words.tell(share, groups()) }}</b>
          <p class="sm">
            {{ share.detail | codeLabel: 'detail' }} · {{ share.onward | codeLabel: 'onwardRule' }}
          </p>
          <p class="sm muted">{{ share.purpose }}</p>
          <p class="xs muted">
            {{ 'sharing.from' | transloco }} {{ format.dateTime(share.opensAt) }}
            @if (share.endsAt; as end) {
              · {{ 'sharing.until' | transloco }} {{ format.dateTime(end) }}
            }
            @if (share.withheldFrom.length > 0) {
              · {{ 'sharing.without' | transloco }} {{ withheld(share) }}
            }
          </p>
          @if (share.revokedAt; as at) {
            <p class="xs">{{ 'sharing.revoked' | transloco }} {{ format.dateTime(at) }}</p>
          } @else {
            <button type="button" class="btn sm" (click)="ask(share)">
              {{ 'sharing.revoke' | transloco }}
            </button>
          }
        </div>
      } @empty {
        <en-empty>{{ 'sharing.noShares' | transloco }}</en-empty>
      }
    </section>
    <en-dialog [title]="'sharing.revokeTitle' | transloco" [(open)]="asking">
      @if (asked(); as share) {
        <p>
          <b>{{ words.tell(share, groups()) }}</b>
        </p>
        <p>{{ 'sharing.revokeHelp' | transloco }}</p>
        <div class="row">
          <button type="button" class="btn" (click)="asking.set(false)">
            {{ 'sharing.keep' | transloco }}
          </button>
          <button type="button" class="btn btn-filled" (click)="revoke(share)">
            {{ 'sharing.revoke' | transloco }}
          </button>
        </div>
      }
    </en-dialog>
  `,
  styles: `
    .one {
      padding: 10px 16px;
      border-top: 1px solid var(--line);
      display: grid;
      gap: 2px;
      justify-items: start;
      overflow-wrap: anywhere;
    }
    .past b {
      color: var(--ink-3);
    }
    .row {
      margin-top: 16px;
    }
  `,
})
export class SharesList {
  readonly report = input.required<string>();
  readonly shares = input.required<readonly ShareAnswer[]>();
  readonly groups = input.required<readonly Choice[]>();
  readonly revoked = output();
  private readonly api = inject(Api);
  private readonly reference = inject(Reference);
  protected readonly words = inject(AudienceWords);
  protected readonly format = inject(Format);
  protected readonly failure = signal<unknown>(null);
  protected readonly asking = signal(false);
  protected readonly asked = signal<ShareAnswer | null>(null);

  protected withheld({ withheldFrom }: ShareAnswer): string {
    return withheldFrom.map((code) => this.reference.stateName(code)).join(', ');
  }

  protected ask(share: ShareAnswer): void {
    this.asked.set(share);
    this.asking.set(true);
  }

  protected async revoke(share: ShareAnswer): Promise<void> {
    this.asking.set(false);
    this.failure.set(null);
    try {
      const path = `arrivals/reports/${this.report()}/shares/${share.id}`;
      await this.api.delete(path, null, z.null(), { ifMatch: `"${share.etag}"` });
      this.revoked.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
