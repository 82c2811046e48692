import { Injectable, inject } from '@angular/core';
import type { ShareAnswer } from '@enlace/contract';
import { LABELS } from '@enlace/domain';
import { Language } from '../core/i18n/language';
import { Reference } from '../core/reference/reference';

/** A sharing group with its name in the reader's language. */
export interface NamedGroup {
  readonly id: string;
  readonly label: string;
}

/** Tells an audience in the reader's language. */
@Injectable({ providedIn: 'root' })
export class AudienceWords {
  private readonly reference = inject(Reference);
  private readonly language = inject(Language);

  /** Whom a share is for, such as "Named States: Costa Rica and Colombia". */
  tell({ audience }: Pick<ShareAnswer, 'audience'>, groups: readonly NamedGroup[]): string {
    const language = this.language.current();
    const kind = LABELS.audienceKind[language][audience.kind];
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const roles = audience.roles.map((role) => LABELS.forumRole[language][role]);
    const named = [
      ...audience.states.map((code) => this.reference.stateName(code)),
      ...audience.organizations.map((id) => this.reference.organizationName(id)),
      ...groups.filter(({ id }) => id === audience.group).map(({ label }) => label),
      ...this.reference
        .forums()
        .filter(({ id }) => id === audience.forum)
        .map(({ names }) => this.reference.nameOf(names))
        .map((name) => (roles.length > 0 ? `${name} (${list.format(roles)})` : name)),
    ];
    return named.length === 0 ? kind : `${kind}: ${list.format(named)}`;
  }
}
