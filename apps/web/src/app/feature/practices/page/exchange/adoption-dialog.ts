import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { adoptionAnswer } from '@enlace/contract';
import { ADOPTION_RESULTS, ADOPTION_USES, dayIn } from '@enlace/domain';
import { ProblemError } from '../../../../core/api/api';
import { Session } from '../../../../core/auth/session';
import { CodeLabel } from '../../../../core/i18n/code-label';
import { Format } from '../../../../core/i18n/format';
import { AudienceChoices } from '../../../../pattern/form/audience-choices';
import { FieldFaults } from '../../../../pattern/form/field-faults';
import { Dialog } from '../../../../ui/dialog/dialog';
import type { AdoptionWish } from './adoption-acts';
import { AdoptionActs } from './adoption-acts';
import type { AdoptionFields } from './adoption-form.model';
import { fieldsOf, isReady } from './adoption-form.model';

/** Asks how a practice was taken up, how that changed, or what came of it. */
@Component({
  selector: 'en-adoption-dialog',
  imports: [TranslocoPipe, CodeLabel, Dialog, FieldFaults],
  templateUrl: './adoption-dialog.html',
  styleUrl: './adoption-dialog.css',
})
export class AdoptionDialog {
  readonly wish = input.required<AdoptionWish>();
  /** Organizations whose adoption is in the ledger already. */
  readonly taken = input.required<readonly string[]>();
  readonly open = model(false);
  readonly written = output();
  private readonly acts = inject(AdoptionActs);
  private readonly session = inject(Session);
  private readonly choices = inject(AudienceChoices);
  protected readonly format = inject(Format);
  protected readonly uses = ADOPTION_USES;
  protected readonly results = ADOPTION_RESULTS;

  /** Today where the acting organization is. */
  protected readonly today = computed(() =>
    dayIn(new Date(), this.session.acting()?.timeZone ?? 'UTC'),
  );
  /** Begins anew with each opening alone: what others do meanwhile takes nothing of what was typed. */
  protected readonly fields = linkedSignal({
    source: () => this.open(),
    computation: () => untracked(() => this.begun()),
  });
  protected readonly others = computed(() =>
    this.choices.organizations().filter(({ id }) => !this.taken().includes(id)),
  );
  protected readonly ready = computed(() => isReady(this.wish().act, this.fields(), this.today()));
  protected readonly sending = signal(false);
  protected readonly failure = linkedSignal<unknown, unknown>({
    source: () => this.open(),
    computation: () => null,
  });
  /** The line as somebody else left it; it is written over only when that was seen. */
  protected readonly now = linkedSignal({
    source: () => this.open(),
    computation: () => untracked(() => this.wish().adoption),
  });
  protected readonly fieldOf = (pointer: string): string => `adoption-${pointer.slice(1)}`;
  protected readonly nameOf = (id: string): string =>
    this.format.text(`practices.adoption.field.${id.slice('adoption-'.length)}`);

  private begun(): AdoptionFields {
    const { act, adoption } = this.wish();
    const own = act === 'declare' ? undefined : this.session.acting()?.organization.id;
    return fieldsOf(adoption, own ?? '', this.today());
  }

  protected set(change: Partial<AdoptionFields>): void {
    this.fields.update((fields) => ({ ...fields, ...change }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.ready() || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      await this.acts.write({ ...this.wish(), adoption: this.now() }, this.fields());
      this.open.set(false);
      this.written.emit();
    } catch (error) {
      this.failure.set(error);
      // What was typed stays; sent once more, it takes the place of what the problem shows.
      if (error instanceof ProblemError && error.status === 412) {
        this.now.set(adoptionAnswer.safeParse(error.problem.current).data ?? this.now());
      }
    } finally {
      this.sending.set(false);
    }
  }
}
