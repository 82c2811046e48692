import { Component, computed, input, linkedSignal, model, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeAudience, PracticeResponse } from '@enlace/contract';
import { Dialog } from '../../../ui/dialog/dialog';
import { AudienceFields } from '../form/audience-fields';
import type { PracticeAct, PracticeDecision } from './practice-acts';

/** The shortest reason that the server accepts. */
const SHORTEST = 10;
const NOBODY: PracticeAudience = {
  ...{ classification: 'confidential', forums: [], organizations: [], withheldFrom: [] },
};

/** Asks what an act of the own organization needs: a reason, readers, or only to be meant. */
@Component({
  selector: 'en-practice-act-dialog',
  imports: [TranslocoPipe, Dialog, AudienceFields],
  template: `
    <en-dialog [title]="'practices.ask.' + act() | transloco" [(open)]="open">
      <p class="about">{{ 'practices.about.' + act() | transloco }}</p>
      <form (submit)="send($event)">
        @if (act() === 'withdraw') {
          <label class="field"
            >{{ 'practices.page.reason' | transloco }}
            <textarea
              #text
              id="withdraw-reason"
              rows="4"
              maxlength="1000"
              required
              aria-describedby="reason-help"
              [value]="reason()"
              (input)="reason.set(text.value)"
            ></textarea>
            <span id="reason-help" class="xs muted">{{
              'practices.page.reasonHelp' | transloco
            }}</span>
          </label>
        }
        @if (act() === 'share') {
          <en-audience-fields [audience]="audience()" (changed)="audience.set($event)" />
        }
        <p class="acts">
          <button type="button" class="btn" (click)="open.set(false)">
            {{ 'practices.goBack' | transloco }}
          </button>
          <button type="submit" class="btn btn-filled" [disabled]="!ready()">
            {{ 'practices.act.' + act() | transloco }}
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
    textarea {
      padding: 8px 12px;
    }
  `,
})
export class PracticeActDialog {
  readonly act = input.required<PracticeAct>();
  readonly practice = input.required<PracticeResponse>();
  readonly open = model(false);
  readonly decided = output<PracticeDecision>();
  protected readonly reason = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly audience = linkedSignal({
    source: () => this.open(),
    computation: () => this.practice().audience ?? NOBODY,
  });
  protected readonly ready = computed(() => {
    const { classification, forums, organizations } = this.audience();
    if (this.act() === 'withdraw') return this.reason().trim().length >= SHORTEST;
    if (this.act() !== 'share') return true;
    if (classification === 'restricted') return forums.length + organizations.length > 0;
    return classification !== 'confidential' || organizations.length > 0;
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.ready()) return;
    this.decided.emit({ reason: this.reason().trim(), audience: this.audience() });
    this.open.set(false);
  }
}
