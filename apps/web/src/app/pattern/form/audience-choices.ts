import { Injectable, computed, inject } from '@angular/core';
import { Session } from '../../core/auth/session';
import { Language } from '../../core/i18n/language';
import { Reference } from '../../core/reference/reference';
import type { Choice } from './choice-list';

const byLabel = (choices: Choice[], language: string): readonly Choice[] => {
  const collator = new Intl.Collator(language);
  return choices.sort((one, other) => collator.compare(one.label, other.label));
};

/** States, organizations and fora to choose from. */
@Injectable({ providedIn: 'root' })
export class AudienceChoices {
  private readonly reference = inject(Reference);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly own = computed(() => this.session.acting()?.organization);

  /** States other than one's own. */
  readonly states = computed(() =>
    byLabel(
      this.reference
        .states()
        .filter(({ code, kind }) => kind === 'state' && code !== this.own()?.state)
        .map(({ code, names }) => ({ id: code, label: this.reference.nameOf(names) })),
      this.language.current(),
    ),
  );
  /** Organizations other than one's own and the portal's. */
  readonly organizations = computed(() =>
    byLabel(
      this.reference
        .organizations()
        .filter(({ id, kind }) => kind !== 'portal' && id !== this.own()?.id)
        .map(({ id, names }) => ({ id, label: this.reference.nameOf(names) })),
      this.language.current(),
    ),
  );
  readonly forums = computed(() =>
    byLabel(
      this.reference.forums().map(({ id, names }) => ({ id, label: this.reference.nameOf(names) })),
      this.language.current(),
    ),
  );
}
