import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { commitmentsResponse, type CommitmentLine } from '@enlace/contract';
import { daysBetween } from '@enlace/domain';
import { Api } from '../../../core/api/api';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { EnDate } from '../../../core/i18n/format-pipes';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Reference } from '../../../core/reference/reference';
import { markOf } from '../../../pattern/mark-of';
import { StatusMark } from '../../../pattern/status-mark';
import { Skeleton } from '../../../ui/skeleton';
import type { MatrixFilters } from './matrix-address';
import type { AskedCell } from './matrix-grid';

const WIDTH = 320;
const GAP = 8;

/** What is in a cell: all its commitments, beside the matrix. */
@Component({
  selector: 'en-cell-card',
  imports: [RouterLink, TranslocoPipe, CodeLabel, EnDate, ProblemNote, StatusMark, Skeleton],
  templateUrl: './cell-card.html',
  styleUrl: './cell-card.css',
  host: {
    role: 'dialog',
    tabindex: '-1',
    '[attr.aria-label]': 'name()',
    '[style.left.px]': 'corner().left',
    '[style.top.px]': 'corner().top',
    '[style.bottom.px]': 'corner().bottom',
    '(keydown.escape)': 'close($event)',
  },
})
export class CellCard {
  readonly asked = input.required<AskedCell>();
  readonly filters = input.required<MatrixFilters>();
  readonly today = input.required<string>();
  readonly closed = output();

  protected readonly reference = inject(Reference);
  private readonly api = inject(Api);
  private readonly format = inject(Format);
  protected readonly markOf = markOf;
  protected readonly name = computed(
    () => `${this.reference.stateName(this.asked().state)}, ${this.asked().row.provision.number}`,
  );
  protected readonly commitments = resource({
    params: () => {
      const { row, state, cell } = this.asked();
      const { forum } = this.filters();
      return cell ? { provision: row.provision.id, state, forum } : undefined;
    },
    loader: ({ params }) => this.api.get('commitments', commitmentsResponse, params),
  });
  /** Those that the cell is made of, the one that needs most care first. */
  protected readonly lines = computed(() => {
    if (!this.commitments.hasValue()) return [];
    const { from, until } = this.filters();
    return this.commitments
      .value()
      .commitments.filter(
        ({ dueOn }) =>
          (from === null || (dueOn ?? '') >= from) && (until === null || (dueOn ?? '~') <= until),
      );
  });
  /** Below the cell or above it, wherever there is more room, and within the page. */
  protected readonly corner = computed(() => {
    const { bottom, left, top, width } = this.asked().anchor.getBoundingClientRect();
    const start = Math.max(GAP, Math.min(left + width / 2 - WIDTH / 2, innerWidth - WIDTH - GAP));
    return top > innerHeight / 2
      ? { left: start, top: null, bottom: innerHeight - top + GAP }
      : { left: start, top: bottom + GAP, bottom: null };
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      host.focus();
    });
  }

  /** "24 days over" where a date is near or past. */
  protected days({ nextDueOn, status }: CommitmentLine): string {
    if (nextDueOn === null || (status !== 'overdue' && status !== 'due-soon')) return '';
    return this.format.relativeDays(daysBetween(this.today(), nextDueOn));
  }

  protected close(event: Event): void {
    event.preventDefault();
    this.closed.emit();
  }
}
