import { Component, inject, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LABELS } from '@enlace/domain';
import { Format } from '../../core/i18n/format';
import { Language } from '../../core/i18n/language';
import { Icon } from '../../ui/icon/icon';
import { Checking } from './checking';
import { EntryStore } from './entry-store';
import { placeOf } from './model/draft-mapping';
import type { FindingGroup, ShownFinding } from './model/finding-groups';
import { figuresKey } from './model/finding-groups';

/** How many findings of one rule are listed. */
const MOST = 6;

/** What the checks say: refusals stop the sending, warnings ask for one comment each. */
@Component({
  selector: 'en-checks-panel',
  imports: [TranslocoPipe, Icon],
  templateUrl: './checks-panel.html',
  styleUrl: './checks-panel.css',
})
export class ChecksPanel {
  /** Asks the grid to go to a cell. */
  readonly goTo = output<{ readonly nationality: string; readonly column: string }>();
  protected readonly checking = inject(Checking);
  private readonly store = inject(EntryStore);
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  protected readonly figuresKey = figuresKey;

  protected shown({ findings }: FindingGroup): readonly ShownFinding[] {
    return findings.slice(0, MOST);
  }

  protected more({ findings }: FindingGroup): number {
    return Math.max(0, findings.length - MOST);
  }

  /** Which nationality or indicator it is about. */
  protected subject({ params }: ShownFinding): string {
    const indicators: Readonly<Record<string, string>> = LABELS.indicator[this.language.current()];
    const { nationality, indicator } = params;
    return [
      ...(typeof nationality === 'string' ? [this.format.country(nationality)] : []),
      ...(typeof indicator === 'string' ? [indicators[indicator] ?? indicator] : []),
      ...(typeof params['others'] === 'string' ? [this.others(params['others'])] : []),
    ].join(' · ');
  }

  /** The finding's figures, written in the reader's language. */
  protected figures({ params }: ShownFinding): Record<string, string> {
    return Object.fromEntries(
      Object.entries(params).flatMap(([name, value]) =>
        typeof value === 'number' ? [[name, this.format.number(value)]] : [],
      ),
    );
  }

  protected place({ pointer }: ShownFinding): { nationality: string; column: string } | null {
    return placeOf(this.store.figures(), pointer);
  }

  private others(codes: string): string {
    return `≠ ${codes
      .split(' ')
      .map((code) => this.format.country(code))
      .join(', ')}`;
  }
}
