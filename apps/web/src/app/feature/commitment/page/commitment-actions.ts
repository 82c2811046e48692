import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Reference } from '../../../core/reference/reference';
import type { MarkStatus } from '../../../pattern/status-mark';
import { StatusMark } from '../../../pattern/status-mark';

type Action = CommitmentResponse['actions'][number];

/** Actions with their weights, and how far they bring the commitment. */
@Component({
  selector: 'en-commitment-actions',
  imports: [TranslocoPipe, CodeLabel, StatusMark],
  template: `
    <section class="card" aria-labelledby="actions">
      <div class="card-head">
        <h2 id="actions">{{ 'commitment.actions' | transloco }}</h2>
        <span class="m">{{
          'commitment.actionsDone' | transloco: { done: done(), all: actions().length }
        }}</span>
      </div>
      <div class="scroll">
        <table class="table">
          <thead class="vh">
            <tr>
              <th scope="col">{{ 'commitment.status' | transloco }}</th>
              <th scope="col">{{ 'commitment.actions' | transloco }}</th>
              <th scope="col">{{ 'commitment.owner' | transloco }}</th>
              <th scope="col">{{ 'commitment.weight' | transloco }}</th>
              <th scope="col">{{ 'commitment.until' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (action of actions(); track action.id) {
              <tr>
                <td class="mark">
                  <en-status-mark [status]="mark(action)" aria-hidden="true" />
                  <span class="vh">{{ action.state | codeLabel: 'actionState' }}</span>
                </td>
                <th scope="row">
                  {{ action.title }}
                  <span class="xs muted">{{ action.state | codeLabel: 'actionState' }}</span>
                  @if (action.dropReason; as reason) {
                    <span class="xs muted">{{ reason }}</span>
                  }
                </th>
                <td class="owner">{{ reference.organizationName(action.owner) }}</td>
                <td class="r">
                  {{ 'commitment.weightN' | transloco: { weight: format.number(action.weight) } }}
                </td>
                <td class="r">{{ action.until === null ? '' : format.date(action.until) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
  styles: `
    .mark {
      width: 32px;
      padding-right: 0;
    }
    th .xs {
      display: block;
      font-weight: 400;
    }
    @media (max-width: 760px) {
      .owner,
      thead {
        display: none;
      }
    }
    .scroll {
      border-top: 1px solid var(--line);
    }
  `,
})
export class CommitmentActions {
  readonly actions = input.required<readonly Action[]>();
  /** Today at the actor's. */
  readonly today = input.required<string>();
  protected readonly reference = inject(Reference);
  protected readonly format = inject(Format);
  protected readonly done = computed(
    () => this.actions().filter(({ state }) => state === 'done').length,
  );

  protected mark({ state, until }: Action): MarkStatus {
    if (state === 'done' || state === 'dropped') return state;
    return until !== null && until < this.today() ? 'overdue' : 'on-track';
  }
}
