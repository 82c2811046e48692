import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  resource,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { commitmentsResponse } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { ProblemNote } from '../../core/problems/problem-note';
import { Dialog } from '../../ui/dialog/dialog';
import type { AskedAct, Decision } from './commitment-acts';

/** The shortest reason that the server accepts. */
const SHORTEST = 10;

/** Asks what an act needs: a reason, the day of delivery, or the commitment that takes its place. */
@Component({
  selector: 'en-act-dialog',
  imports: [TranslocoPipe, ProblemNote, Dialog],
  template: `
    <en-dialog [title]="'commitment.ask.' + act() | transloco" [(open)]="open">
      <p class="about">{{ 'commitment.about.' + act() | transloco }}</p>
      <form (submit)="send($event)">
        @switch (act()) {
          @case ('complete') {
            <label class="field"
              >{{ 'commitment.deliveredOn' | transloco }}
              <input
                #day
                type="date"
                required
                [max]="commitment().today"
                [value]="deliveredOn()"
                (input)="deliveredOn.set(day.value)"
              />
            </label>
          }
          @case ('supersede') {
            <label class="field"
              >{{ 'commitment.supersededBy' | transloco }}
              <select #list required (change)="by.set(list.value)">
                <option value="" [selected]="by() === ''">
                  {{ 'commitment.choose' | transloco }}
                </option>
                @for (one of others(); track one.id) {
                  <option [value]="one.id" [selected]="by() === one.id">
                    {{ one.title.body }}
                  </option>
                }
              </select>
            </label>
            <en-problem-note [problem]="candidates.error()" />
          }
          @case ('accept') {}
          @case ('start') {}
          @default {
            <label class="field"
              >{{ 'commitment.reason' | transloco }}
              <textarea
                #text
                rows="4"
                maxlength="1000"
                required
                aria-describedby="reason-help"
                [value]="reason()"
                (input)="reason.set(text.value)"
              ></textarea>
              <span id="reason-help" class="xs muted">{{
                'commitment.reasonHelp' | transloco
              }}</span>
            </label>
          }
        }
        <p class="acts">
          <button type="button" class="btn" (click)="open.set(false)">
            {{ 'commitment.goBack' | transloco }}
          </button>
          <button type="submit" class="btn btn-filled" [disabled]="!ready()">
            {{ 'commitment.act.' + act() | transloco }}
          </button>
        </p>
      </form>
    </en-dialog>
  `,
  styles: '.about { margin: 8px 0 16px; max-width: 56ch }',
})
export class ActDialog {
  readonly act = input.required<AskedAct>();
  readonly commitment = input.required<CommitmentResponse>();
  readonly open = model(false);
  readonly decided = output<Decision>();
  private readonly api = inject(Api);

  protected readonly reason = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly by = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly deliveredOn = linkedSignal({
    source: () => this.open(),
    computation: () => this.commitment().today,
  });
  /** Other commitments of the same State under the same provision may take its place. */
  protected readonly candidates = resource({
    params: () => {
      const { provisions, stateCode } = this.commitment();
      const [first] = provisions;
      return this.open() && this.act() === 'supersede' && first !== undefined
        ? { provision: first.id, state: stateCode ?? undefined }
        : undefined;
    },
    loader: ({ params }) => this.api.get('commitments', commitmentsResponse, params),
  });
  protected readonly others = computed(() =>
    this.candidates.hasValue()
      ? this.candidates
          .value()
          .commitments.filter(
            ({ id, actor, status }) =>
              id !== this.commitment().id &&
              actor === this.commitment().actor &&
              status !== 'dropped',
          )
      : [],
  );
  protected readonly ready = computed(() => {
    switch (this.act()) {
      case 'accept':
      case 'start':
        return true;
      case 'complete':
        return this.deliveredOn() !== '' && this.deliveredOn() <= this.commitment().today;
      case 'supersede':
        return this.by() !== '';
      case 'drop':
      case 'waive':
      case 'return':
        return this.reason().trim().length >= SHORTEST;
    }
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.ready()) return;
    const decision = { reason: this.reason().trim(), day: this.deliveredOn(), by: this.by() };
    this.decided.emit(decision);
    this.open.set(false);
  }
}
