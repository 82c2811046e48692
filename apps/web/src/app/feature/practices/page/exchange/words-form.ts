import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** One text and its two ways out: sent, or left as it was. */
@Component({
  selector: 'en-words-form',
  imports: [TranslocoPipe],
  template: `
    <form (submit)="$event.preventDefault(); finish()">
      <label class="field"
        >{{ label() }}
        <textarea
          #text
          rows="4"
          required
          aria-describedby="words-help"
          [maxLength]="longest()"
          [value]="words()"
          (input)="words.set(text.value)"
        ></textarea>
        <span id="words-help" class="xs muted">{{ help() }}</span>
      </label>
      <p class="acts">
        <button type="button" class="btn" (click)="left.emit()">
          {{ 'practices.goBack' | transloco }}
        </button>
        <button type="submit" class="btn btn-filled" [disabled]="!ready() || sending()">
          {{ send() }}
        </button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-width: 68ch;
    }
    textarea {
      padding: 8px 12px;
    }
  `,
})
export class WordsForm {
  readonly label = input.required<string>();
  readonly help = input.required<string>();
  /** What the button says that sends it. */
  readonly send = input.required<string>();
  readonly begun = input('');
  readonly shortest = input.required<number>();
  readonly longest = input.required<number>();
  readonly sending = input(false);
  readonly written = output<string>();
  readonly left = output();
  protected readonly words = linkedSignal(() => this.begun());
  protected readonly ready = computed(() => this.words().trim().length >= this.shortest());

  protected finish(): void {
    if (this.ready() && !this.sending()) this.written.emit(this.words().trim());
  }
}
