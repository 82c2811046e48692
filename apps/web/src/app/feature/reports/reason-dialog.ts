import { Component, computed, input, linkedSignal, model, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog } from '../../ui/dialog/dialog';

/** Acts that ask something before they happen. */
export type AskedAct = 'return' | 'reopen' | 'retract' | 'discard';

const SHORTEST = 3;

/** Asks for the reason of an act, and for a confirmation where it cannot be undone. */
@Component({
  selector: 'en-reason-dialog',
  imports: [TranslocoPipe, Dialog],
  template: `
    <en-dialog [title]="'reports.ask.' + act() | transloco" [(open)]="open">
      <p class="about">{{ 'reports.about.' + act() | transloco }}</p>
      <form (submit)="send($event)">
        @if (needsReason()) {
          <label class="field"
            >{{ 'reports.reason' | transloco }}
            <textarea
              #text
              rows="4"
              maxlength="1000"
              required
              [value]="reason()"
              (input)="reason.set(text.value)"
            ></textarea>
          </label>
        }
        @if (act() === 'retract') {
          <label class="sure">
            <input #box type="checkbox" [checked]="sure()" (change)="sure.set(box.checked)" />
            {{ 'reports.sure' | transloco }}
          </label>
        }
        <p class="acts">
          <button type="button" class="btn btn-outlined" (click)="open.set(false)">
            {{ 'reports.cancel' | transloco }}
          </button>
          <button type="submit" class="btn btn-filled" [disabled]="!ready()">
            {{ 'reports.act.' + act() | transloco }}
          </button>
        </p>
      </form>
    </en-dialog>
  `,
  styles: `
    .about {
      margin: 8px 0 16px;
    }
    .sure {
      display: flex;
      gap: 8px;
      margin-bottom: 16px;
    }
    .acts {
      justify-content: flex-end;
    }
  `,
})
export class ReasonDialog {
  readonly act = input.required<AskedAct>();
  readonly open = model(false);
  /** The reason; empty for acts that ask for none. */
  readonly decided = output<string>();

  protected readonly reason = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly sure = linkedSignal({ source: () => this.open(), computation: () => false });
  protected readonly needsReason = computed(() => this.act() !== 'discard');
  protected readonly ready = computed(
    () =>
      (!this.needsReason() || this.reason().trim().length >= SHORTEST) &&
      (this.act() !== 'retract' || this.sure()),
  );

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.ready()) return;
    this.decided.emit(this.reason().trim());
    this.open.set(false);
  }
}
