import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse, IndicatorRequest } from '@enlace/contract';
import { indicatorRequest } from '@enlace/contract';
import { INDICATOR_DIRECTIONS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';
import { numberOf } from '../report/report-fields';

type Indicator = CommitmentResponse['indicators'][number];

interface Typed extends Omit<IndicatorRequest, 'baseline' | 'target'> {
  readonly id: string | null;
  readonly baseline: string;
  readonly target: string;
}

const BLANK: Typed = {
  ...{ id: null, definition: '', unit: '', baseline: '0', target: '', source: '' },
  direction: 'up',
};

/** Indicators with baseline, target and source; one is edited at a time. */
@Component({
  selector: 'en-indicator-editor',
  imports: [TranslocoPipe, CodeLabel, Icon],
  templateUrl: './indicator-editor.html',
  styleUrl: './editor.css',
})
export class IndicatorEditor {
  readonly indicators = input.required<readonly Indicator[]>();
  readonly sending = input(false);
  readonly written = input(0);
  readonly saved = output<{ id: string | null; request: IndicatorRequest }>();
  protected readonly format = inject(Format);
  protected readonly directions = INDICATOR_DIRECTIONS;
  protected readonly texts = ['definition', 'unit', 'source'] as const;
  protected readonly amounts = ['baseline', 'target'] as const;
  /** What is being edited; nothing once it has been written. */
  protected readonly typed = linkedSignal<number, Typed | null>({
    source: this.written,
    computation: () => null,
  });
  protected readonly request = computed(() => {
    const typed = this.typed();
    if (typed === null) return undefined;
    const { definition, unit, source, direction } = typed;
    return indicatorRequest.safeParse({
      ...{ definition, unit, source, direction },
      ...{ baseline: numberOf(typed.baseline), target: numberOf(typed.target) },
    }).data;
  });

  protected begin(): void {
    this.typed.set(BLANK);
  }

  protected edit(one: Indicator): void {
    this.typed.set({ ...one, baseline: String(one.baseline), target: String(one.target) });
  }

  protected set(change: Partial<Typed>): void {
    this.typed.update((typed) => (typed === null ? null : { ...typed, ...change }));
  }

  protected setField(field: keyof Typed, text: string): void {
    this.set({ [field]: text });
  }

  protected save(): void {
    const request = this.request();
    const typed = this.typed();
    if (request !== undefined && typed !== null) this.saved.emit({ id: typed.id, request });
  }
}
