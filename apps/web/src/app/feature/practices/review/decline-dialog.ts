import { Component, linkedSignal, model, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DeclineReviewRequest } from '@enlace/contract';
import type { DeclineReason } from '@enlace/domain';
import { DECLINE_REASONS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Dialog } from '../../../ui/dialog/dialog';

/** Asks why somebody else should review the practice. */
@Component({
  selector: 'en-decline-dialog',
  imports: [TranslocoPipe, CodeLabel, Dialog],
  template: `
    <en-dialog [title]="'practices.review.declineAsk' | transloco" [(open)]="open">
      <p class="about">{{ 'practices.review.declineAbout' | transloco }}</p>
      <form (submit)="send($event)">
        <fieldset>
          <legend>{{ 'practices.page.reason' | transloco }}</legend>
          @for (one of reasons; track one) {
            <label>
              <input
                type="radio"
                name="decline-reason"
                [checked]="reason() === one"
                (change)="reason.set(one)"
              />
              {{ one | codeLabel: 'declineReason' }}
            </label>
          }
        </fieldset>
        <label class="field"
          >{{ 'practices.review.note' | transloco }}
          <span class="xs muted">{{ 'practices.optional' | transloco }}</span>
          <textarea
            #text
            id="decline-note"
            rows="3"
            maxlength="500"
            [value]="note()"
            (input)="note.set(text.value)"
          ></textarea>
        </label>
        <p class="acts">
          <button type="button" class="btn" (click)="open.set(false)">
            {{ 'practices.goBack' | transloco }}
          </button>
          <button type="submit" class="btn btn-filled" [disabled]="reason() === null">
            {{ 'practices.review.decline' | transloco }}
          </button>
        </p>
      </form>
    </en-dialog>
  `,
  styles: `
    .about {
      margin: 8px 0 16px;
      max-width: 56ch;
    }
    fieldset {
      border: 0;
      padding: 0;
      margin: 0 0 16px;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
    fieldset label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 32px;
    }
    textarea {
      padding: 8px 12px;
    }
  `,
})
export class DeclineDialog {
  readonly open = model(false);
  readonly decided = output<DeclineReviewRequest>();
  protected readonly reasons = DECLINE_REASONS;
  protected readonly reason = linkedSignal<boolean, DeclineReason | null>({
    source: () => this.open(),
    computation: () => null,
  });
  protected readonly note = linkedSignal({ source: () => this.open(), computation: () => '' });

  protected send(event: Event): void {
    event.preventDefault();
    const reason = this.reason();
    if (reason === null) return;
    this.decided.emit({ reason, note: this.note().trim() });
    this.open.set(false);
  }
}
