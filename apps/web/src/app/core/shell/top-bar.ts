import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FUNCTIONS, LABELS, LANGUAGES } from '@enlace/domain';
import type { ActingContext } from '../auth/session';
import { Session } from '../auth/session';
import { CodeLabel } from '../i18n/code-label';
import { Language } from '../i18n/language';
import { AccountMenu } from './account-menu';
import { Mark } from './mark';
import { SendingState } from './sending-state';

/** The bar above every screen. */
@Component({
  selector: 'en-top-bar',
  imports: [RouterLink, TranslocoPipe, CodeLabel, AccountMenu, Mark, SendingState],
  templateUrl: './top-bar.html',
})
export class TopBar {
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly languages = LANGUAGES;
  private readonly router = inject(Router);
  protected readonly home = computed(() => (this.session.can('desk.read') ? '/desk' : '/'));
  /** The place of whom one acts for: the State's code, or the organization's short name. */
  protected readonly tile = computed(() => {
    const organization = this.session.acting()?.organization;
    return organization?.state ?? organization?.acronym ?? '';
  });

  /** Organization and role in the reader's language. */
  protected actingName({ organization, functions }: ActingContext): string {
    const language = this.language.current();
    const name = organization.names[language];
    // Of several, the one that comes first in the list says best who somebody is.
    const role = FUNCTIONS.find((code) => functions.includes(code));
    return role === undefined ? name : `${name}, ${LABELS.function[language][role].toLowerCase()}`;
  }

  protected find(event: Event, words: string): void {
    event.preventDefault();
    if (words.trim() === '') return;
    void this.router.navigate(['/search'], { queryParams: { q: words.trim() } });
  }
}
