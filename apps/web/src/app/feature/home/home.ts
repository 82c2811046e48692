import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LANGUAGES } from '@enlace/domain';
import { Session } from '../../core/auth/session';
import { Language } from '../../core/i18n/language';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Mark } from '../../core/shell/mark';
import { SampleMarker } from '../../core/shell/sample-marker';
import { HomeMap } from './home-map';

/** How many recommendations the 2009 document has; it was adopted and does not change. */
const RECOMMENDATIONS = 38;

/** A language is offered under its own name, or those who need it would not find it. */
const OWN_NAMES = { es: 'Español', en: 'English', pt: 'Português', fr: 'Français' } as const;

/** Whether the browser asks to save data, where it can say so at all. */
const savesData = (): boolean => {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (typeof connection !== 'object' || connection === null) return false;
  const slow = String(Reflect.get(connection, 'effectiveType')).includes('2g');
  return slow || Reflect.get(connection, 'saveData') === true;
};

/** The first page: what Enlace is, a way in, and the open pages. */
@Component({
  selector: 'en-home',
  imports: [RouterLink, TranslocoPipe, HomeMap, Mark, ProblemNote, SampleMarker],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  /** Path to come back to after sign-in. */
  readonly next = input<string>();
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly format = inject(Format);
  private readonly reference = inject(Reference);
  protected readonly languages = LANGUAGES;
  protected readonly ownNames = OWN_NAMES;
  protected readonly withMap = !savesData();
  protected readonly refusal = signal<unknown>(null);
  protected readonly recommendations = RECOMMENDATIONS;
  protected readonly states = computed(
    () => this.reference.states().filter(({ kind }) => kind === 'state').length,
  );
  protected readonly forums = computed(() => this.reference.forums().length);

  /** Only a path of this application: an address of another site is not followed. */
  private readonly returnTo = computed(() => {
    const next = this.next() ?? '';
    return /^\/(?![/\\])/.test(next) ? next : '/desk';
  });

  protected async signIn(): Promise<void> {
    this.refusal.set(null);
    try {
      await this.session.signIn(this.returnTo());
    } catch (problem) {
      this.refusal.set(problem);
    }
  }
}
