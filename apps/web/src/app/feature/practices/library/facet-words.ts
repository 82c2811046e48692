import { Injectable, inject } from '@angular/core';
import type { LabelList } from '@enlace/domain';
import { LABELS } from '@enlace/domain';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';
import type { Facet } from './library-filters';

const LISTS: Partial<Record<Facet, LabelList>> = {
  theme: 'provisionTheme',
  kind: 'organizationKind',
  language: 'language',
  costBand: 'costBand',
};

/** What the values of facets are called. */
@Injectable({ providedIn: 'root' })
export class FacetWords {
  private readonly reference = inject(Reference);
  private readonly language = inject(Language);
  private readonly format = inject(Format);

  /** Name of a value; the value itself where nothing by that name is known. */
  of(facet: Facet, value: string): string {
    if (facet === 'state') return this.reference.stateName(value);
    if (facet === 'forum') return this.forum(value);
    const list = LISTS[facet];
    if (list === undefined) return this.format.text(`practices.library.only.${facet}`);
    const labels: Readonly<Record<string, string>> = LABELS[list][this.language.current()];
    return labels[value] ?? value;
  }

  private forum(alias: string): string {
    const forum = this.reference.forums().find((one) => one.alias === alias);
    return forum === undefined ? alias : this.reference.nameOf(forum.names);
  }
}
