import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeLine } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';
import { StateTile } from '../../../pattern/state-tile';
import { Icon } from '../../../ui/icon/icon';

/** States that are named before a number says the rest. */
const NAMED = 3;

/** One practice of the library: what it is, of whom, and what speaks for it. */
@Component({
  selector: 'en-practice-card',
  imports: [RouterLink, TranslocoPipe, CodeLabel, StateTile, Icon],
  template: `
    @let one = practice();
    <h3>
      <a [routerLink]="['/practices', one.id]" [lang]="one.title.language">{{ one.title.body }}</a>
    </h3>
    <p class="summary" [lang]="one.title.language">{{ one.summary }}</p>
    <p class="of">
      @for (state of one.states.slice(0, named); track state) {
        <en-state-tile [code]="state" /><span class="vh">{{ reference.stateName(state) }}</span>
      }
      @if (one.states.length > named) {
        <span>+{{ one.states.length - named }}</span>
      }
      <b>{{ one.organizationName }}</b>
      @if (one.publishedOn; as day) {
        <span>{{ format.month(day.slice(0, 7)) }}</span>
      }
      <span>{{ themes() }}</span>
    </p>
    <ul>
      @if (one.status === 'expired') {
        <li class="warn">
          <en-icon name="hourglass_empty" />{{ 'expired' | codeLabel: 'practiceStatus' }}
        </li>
      }
      @if (one.title.status === 'machine') {
        <li class="warn">
          <en-icon name="language" />{{ 'practices.library.machine' | transloco }}
        </li>
      }
      @if (one.adoptions > 0) {
        <li>
          <en-icon name="handshake" />{{
            format.counted('practices.library.adopted', one.adoptions)
          }}
        </li>
      }
      @if (one.hasEvidence) {
        <li><en-icon name="check" />{{ 'practices.library.evidence' | transloco }}</li>
      }
      @if (one.costBand; as band) {
        <li>{{ 'practices.library.cost' | transloco }}: {{ band | codeLabel: 'costBand' }}</li>
      }
    </ul>
  `,
  styleUrl: './practice-card.css',
})
export class PracticeCard {
  readonly practice = input.required<PracticeLine>();
  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  private readonly language = inject(Language);
  protected readonly named = NAMED;
  protected readonly themes = computed(() => {
    const labels = LABELS.provisionTheme[this.language.current()];
    return this.practice()
      .themes.map((theme) => labels[theme])
      .join(', ');
  });
}
