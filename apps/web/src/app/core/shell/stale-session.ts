import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Identity } from '../auth/identity';
import { Session } from '../auth/session';

/** Asks to sign in again over the page, which keeps its form. */
@Component({
  selector: 'en-stale-session',
  imports: [TranslocoPipe],
  template: `
    @if (session.stale()) {
      <div class="stale note warn" role="alert">
        <p>{{ 'shell.stale' | transloco }}</p>
        <button type="button" class="btn btn-filled" (click)="signIn()">
          {{ 'shell.signIn' | transloco }}
        </button>
      </div>
    }
  `,
})
export class StaleSession {
  protected readonly session = inject(Session);
  private readonly identity = inject(Identity);

  protected async signIn(): Promise<void> {
    // The window must be opened by the click itself, or the browser refuses it.
    const popup = window.open('', '_blank', 'popup,width=520,height=700');
    const address = await this.identity.signInAddress();
    if (popup === null || address === null) return;
    popup.location.href = address;
    const waiting = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(waiting);
      void this.session.renew();
    }, 400);
  }
}
