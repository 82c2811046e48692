import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ActionRequest, CommitmentResponse } from '@enlace/contract';
import { actionRequest } from '@enlace/contract';
import { ACTION_MACHINE, ACTION_STATES, LABELS } from '@enlace/domain';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Icon } from '../../../ui/icon/icon';

type Action = CommitmentResponse['actions'][number];

interface Typed extends Omit<ActionRequest, 'from' | 'until' | 'dropReason' | 'weight'> {
  readonly id: string | null;
  readonly from: string;
  readonly until: string;
  readonly weight: string;
  readonly dropReason: string;
}

const typedOf = (action: Action): Typed => ({
  ...action,
  ...{ from: action.from ?? '', until: action.until ?? '', weight: String(action.weight) },
  dropReason: action.dropReason ?? '',
});

/** Actions with owner, dates, weight and state; one is edited at a time. */
@Component({
  selector: 'en-action-editor',
  imports: [TranslocoPipe, CodeLabel, Icon],
  templateUrl: './action-editor.html',
  styleUrl: './editor.css',
})
export class ActionEditor {
  readonly actions = input.required<readonly Action[]>();
  readonly owners = input.required<readonly { id: string; label: string }[]>();
  readonly sending = input(false);
  readonly written = input(0);
  readonly saved = output<{ id: string | null; request: ActionRequest }>();
  private readonly language = inject(Language);
  protected readonly format = inject(Format);
  /** What is being edited; nothing once it has been written. */
  protected readonly typed = linkedSignal<number, Typed | null>({
    source: this.written,
    computation: () => null,
  });
  /** States that the action may be given: its own, and those it can go to. */
  protected readonly states = computed(() => {
    const before = this.actions().find(({ id }) => id === this.typed()?.id)?.state;
    if (before === undefined) return ACTION_STATES;
    const next = Object.values(ACTION_MACHINE.transitions[before]).map(({ to }) => to);
    return ACTION_STATES.filter((state) => state === before || next.includes(state));
  });
  protected readonly request = computed(() => {
    const typed = this.typed();
    if (typed === null) return undefined;
    const { title, owner, state, from, until, weight, dropReason } = typed;
    return actionRequest.safeParse({
      ...{ title, owner, state },
      ...{ from: from || null, until: until || null },
      weight: /^\d+$/.test(weight) ? Number(weight) : -1,
      dropReason: state === 'dropped' ? dropReason : null,
    }).data;
  });

  protected begin(): void {
    this.typed.set({
      ...{ id: null, title: '', owner: this.owners()[0]?.id ?? '', from: '', until: '' },
      ...{ weight: '10', state: 'planned', dropReason: '' },
    });
  }

  protected edit(action: Action): void {
    this.typed.set(typedOf(action));
  }

  protected set(change: Partial<Typed>): void {
    this.typed.update((typed) => (typed === null ? null : { ...typed, ...change }));
  }

  /** State, weight, owner and last day. */
  protected summary({ state, weight, owner, until }: Action): string {
    const name = this.owners().find(({ id }) => id === owner)?.label;
    return [
      LABELS.actionState[this.language.current()][state],
      this.format.text('commitment.weightN', { weight: this.format.number(weight) }),
      ...(name === undefined ? [] : [name]),
      ...(until === null ? [] : [this.format.date(until)]),
    ].join(', ');
  }

  protected save(): void {
    const request = this.request();
    const typed = this.typed();
    if (request !== undefined && typed !== null) this.saved.emit({ id: typed.id, request });
  }
}
