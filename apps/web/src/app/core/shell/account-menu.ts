import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LANGUAGES } from '@enlace/domain';
import { Session } from '../auth/session';
import { CodeLabel } from '../i18n/code-label';
import { Language } from '../i18n/language';
import { Shortcuts } from './shortcuts';
import { THEMES, Theme } from './theme';

/** Who is signed in, how the screens look, and the way out. */
@Component({
  selector: 'en-account-menu',
  imports: [RouterLink, TranslocoPipe, CodeLabel],
  templateUrl: './account-menu.html',
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly languages = LANGUAGES;
  protected readonly themes = THEMES;
  /** Two letters on the tile: the account's own, for there are no names of persons. */
  protected readonly initials = computed(() => {
    const name = this.session.session()?.person.username ?? '';
    const end = name.split('.').at(-1) ?? '';
    return (end.length === 2 ? end : name.slice(0, 2)).toUpperCase();
  });
}
