import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readCount } from './model/count-text';

/** A labelled field for one count; blank is not reported, never zero. */
@Component({
  selector: 'en-count-field',
  imports: [TranslocoPipe],
  template: `
    <label class="field">
      <span>{{ label() }}</span>
      <input
        #box
        inputmode="numeric"
        autocomplete="off"
        [class.low]="low()"
        [value]="text()"
        [attr.aria-invalid]="fault() !== null"
        (input)="text.set(box.value)"
        (change)="leave()"
      />
      @if (fault(); as rule) {
        <span class="xs fault">{{ 'entry.fault.' + rule | transloco }}</span>
      }
    </label>
  `,
  styles: `
    .field {
      margin: 0;
    }
    input {
      text-align: right;
    }
    .low {
      background-image: repeating-linear-gradient(45deg, var(--hatch) 0 1px, transparent 1px 4px);
      background-size: 12px 100%;
      background-repeat: no-repeat;
    }
    .fault {
      color: var(--over-text);
    }
    @media (max-width: 760px) {
      input {
        min-height: 48px;
        font-size: 18px;
      }
    }
  `,
})
export class CountField {
  readonly label = input.required<string>();
  readonly value = input.required<number | null>();
  /** Whether a figure below ten is hatched, as readers in protected detail will see it. */
  readonly hatched = input(false);
  readonly changed = output<number | null>();
  protected readonly text = linkedSignal(() => String(this.value() ?? ''));
  private readonly read = computed(() => readCount(this.text()));
  protected readonly fault = computed(() => {
    const read = this.read();
    return 'fault' in read ? read.fault : null;
  });
  protected readonly low = computed(() => {
    const value = this.value();
    return this.hatched() && value !== null && value > 0 && value < 10;
  });

  protected leave(): void {
    const read = this.read();
    if ('value' in read) this.changed.emit(read.value);
  }
}
