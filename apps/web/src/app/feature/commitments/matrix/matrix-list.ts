import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatrixResponse } from '@enlace/contract';
import { FOLLOW_UP_STATUSES } from '@enlace/domain';
import { Session } from '../../../core/auth/session';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Reference } from '../../../core/reference/reference';
import { markOf } from '../../../pattern/mark-of';
import { StateTile } from '../../../pattern/state-tile';
import { StatusMark } from '../../../pattern/status-mark';
import { countStatuses, groupsOf } from './matrix-view';

/** The commitment where there is just one, else the provision with every State's answer. */
const linkOf = (provision: string, only: string | null): readonly string[] =>
  only === null ? ['/provisions', provision] : ['/commitments', only];

/** The matrix as a list of one State's provisions: what a narrow screen shows. */
@Component({
  selector: 'en-matrix-list',
  imports: [RouterLink, TranslocoPipe, CodeLabel, StateTile, StatusMark],
  templateUrl: './matrix-list.html',
  styleUrl: './matrix-list.css',
})
export class MatrixList {
  readonly matrix = input.required<MatrixResponse>();
  protected readonly reference = inject(Reference);
  private readonly session = inject(Session);
  protected readonly statuses = FOLLOW_UP_STATUSES;
  protected readonly markOf = markOf;
  protected readonly states = computed(() => this.matrix().states.filter(({ shown }) => shown));
  /** One's own State at first, else the first that the filters leave. */
  protected readonly state = linkedSignal<string[], string>({
    source: () => this.states().map(({ state }) => state),
    computation: (states, previous) => {
      const wanted = [previous?.value, this.session.acting()?.organization.state];
      return wanted.find((one) => one && states.includes(one)) ?? states[0] ?? '';
    },
  });
  protected readonly groups = computed(() => {
    const column = this.matrix().states.findIndex(({ state }) => state === this.state());
    return groupsOf(this.matrix())
      .map(({ code, titles, rows }) => ({
        code,
        titles,
        rows: rows
          .filter(({ provision }) => provision.shown)
          .map(({ provision, cells }) => ({
            provision,
            cell: cells[column],
            link: linkOf(provision.id, cells[column]?.only ?? null),
          })),
      }))
      .filter(({ rows }) => rows.length > 0);
  });
  protected readonly counts = computed(() =>
    countStatuses(
      this.groups().flatMap(({ rows }) => rows.map(({ cell }) => cell?.status ?? 'no-report')),
    ),
  );
}
