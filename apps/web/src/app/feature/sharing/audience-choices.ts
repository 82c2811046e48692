import { Injectable, computed, inject } from '@angular/core';
import type { ShareAnswer } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import { Session } from '../../core/auth/session';
import { Language } from '../../core/i18n/language';
import { Reference } from '../../core/reference/reference';
import type { Choice } from './choice-list';

const byLabel = (choices: Choice[], language: string): readonly Choice[] => {
  const collator = new Intl.Collator(language);
  return choices.sort((one, other) => collator.compare(one.label, other.label));
};

/** States, organizations and fora to choose from, and an audience in words. */
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

  /** Whom a share is for. */
  words({ audience }: ShareAnswer, groups: readonly Choice[]): string {
    const language = this.language.current();
    const kind = LABELS.audienceKind[language][audience.kind];
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const roles = audience.roles.map((role) => LABELS.forumRole[language][role]);
    const named = [
      ...audience.states.map((code) => this.reference.stateName(code)),
      ...audience.organizations.map((id) => this.reference.organizationName(id)),
      ...groups.filter(({ id }) => id === audience.group).map(({ label }) => label),
      ...this.forums()
        .filter(({ id }) => id === audience.forum)
        .map(({ label }) => (roles.length > 0 ? `${label} (${list.format(roles)})` : label)),
    ];
    return named.length === 0 ? kind : `${kind}: ${list.format(named)}`;
  }
}
