import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  COVERAGES,
  CONFIDENCES,
  DIRECTIONS,
  FINALITIES,
  MAX_NOTE_LENGTH,
  findPersonalData,
} from '@enlace/domain';
import { CodeLabel } from '../../core/i18n/code-label';
import { CountField } from './count-field';
import { EntryStore } from './entry-store';
import type { EntryHeader } from './model/entry-state';

const choice = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null;

/** How the figures were counted, how final they are, and a note. */
@Component({
  selector: 'en-header-fields',
  imports: [TranslocoPipe, CodeLabel, CountField],
  templateUrl: './header-fields.html',
  styleUrl: './header-fields.css',
})
export class HeaderFields {
  private readonly store = inject(EntryStore);
  protected readonly header = computed(() => this.store.state().header);
  protected readonly coverages = COVERAGES;
  protected readonly confidences = CONFIDENCES;
  protected readonly finalities = FINALITIES;
  protected readonly directions = DIRECTIONS;
  protected readonly longestNote = MAX_NOTE_LENGTH;
  protected readonly noteLength = computed(() => [...(this.header().note ?? '')].length);
  /** Pieces of the note that look like personal data. */
  protected readonly personal = computed(() => {
    const note = this.header().note ?? '';
    return findPersonalData(note).map(({ kind, start, end }) => ({
      kind,
      text: note.slice(start, end),
    }));
  });

  protected set(part: Partial<EntryHeader>, text: string | null = null): void {
    this.store.edit((state) => {
      const before = new Map<string, unknown>(Object.entries(state.header));
      const same = Object.entries(part).every(([field, value]) => before.get(field) === value);
      return same ? state : { ...state, header: { ...state.header, ...part } };
    }, text);
  }

  protected setCoverage(text: string): void {
    const coverage = choice(COVERAGES, text) ?? 'full';
    this.set({
      coverage,
      ...(coverage === 'partial' ? {} : { coveragePercent: null }),
      ...(coverage === 'sample' ? {} : { sampleSize: null }),
    });
  }

  protected setPercent(percent: number | null): void {
    const fits = percent === null || (percent >= 1 && percent <= 99);
    if (fits) this.set({ coveragePercent: percent });
  }

  protected setSample(size: number | null): void {
    this.set({ sampleSize: size === 0 ? null : size });
  }

  protected setDirection(text: string): void {
    this.set({ direction: choice(DIRECTIONS, text) ?? 'not-recorded' });
  }

  protected setConfidence(text: string): void {
    this.set({ confidence: choice(CONFIDENCES, text) });
  }

  protected setFinality(text: string): void {
    this.set({ finality: choice(FINALITIES, text) ?? 'provisional' });
  }

  protected setMethod(text: string): void {
    this.set({ method: text.trim() === '' ? null : text });
  }

  protected setNote(text: string): void {
    this.set({ note: text.trim() === '' ? null : text }, 'note');
  }
}
