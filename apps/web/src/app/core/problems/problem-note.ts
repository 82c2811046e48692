import { Component, Injector, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OfflineError, ProblemError } from '../api/api';
import { Session } from '../auth/session';

/** Red-tint note: what happened, what to do, and a reference to quote. Takes any error. */
@Component({
  selector: 'en-problem-note',
  imports: [TranslocoPipe],
  template: `
    @if (problem() !== null && problem() !== undefined) {
      <div class="note err" role="alert">
        <svg class="ic" aria-hidden="true">
          <use [attr.href]="offline() ? '#i-cloud_off' : '#i-warning'" />
        </svg>
        <div>
          @if (document(); as document) {
            <b>{{ document.title }}</b>
            @if (document.detail) {
              <p>{{ document.detail }}</p>
            }
            @if (lacksCode()) {
              <p class="acts">
                <button type="button" class="btn" [disabled]="leaving()" (click)="signIn()">
                  {{ 'problem.signInWithCode' | transloco }}
                </button>
              </p>
            }
            @if (document.reference) {
              <p class="xs">{{ 'problem.reference' | transloco }} {{ document.reference }}</p>
            }
          } @else if (offline()) {
            <b>{{ 'problem.offline' | transloco }}</b>
            <p>{{ 'problem.offlineHelp' | transloco }}</p>
          } @else {
            <b>{{ 'problem.unknown' | transloco }}</b>
            <p>{{ 'problem.unknownHelp' | transloco }}</p>
          }
        </div>
      </div>
    }
  `,
})
export class ProblemNote {
  readonly problem = input.required<unknown>();
  // Whoever is signed in matters to one problem alone, not to every page that may show one.
  private readonly injector = inject(Injector);
  protected readonly leaving = signal(false);
  /** Resources wrap what a loader threw; the cause is what we know. */
  private readonly cause = computed(() => {
    const problem = this.problem();
    const known = problem instanceof ProblemError || problem instanceof OfflineError;
    return !known && problem instanceof Error && problem.cause !== undefined
      ? problem.cause
      : problem;
  });
  protected readonly offline = computed(() => this.cause() instanceof OfflineError);
  protected readonly lacksCode = computed(() => {
    const cause = this.cause();
    return cause instanceof ProblemError && cause.code === 'stronger-sign-in-required';
  });
  protected readonly document = computed(() => {
    const cause = this.cause();
    return cause instanceof ProblemError ? cause.problem : null;
  });

  /** Asks for the code; what was refused waits on this page, where drafts keep what was typed. */
  protected async signIn(): Promise<void> {
    this.leaving.set(true);
    try {
      await this.injector.get(Session).signInWithCode();
    } finally {
      this.leaving.set(false);
    }
  }
}
