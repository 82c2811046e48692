import { Component, computed, inject, input } from '@angular/core';
import { Session } from '../core/auth/session';

/** A State's alpha-3 code; violet where it is one's own. */
@Component({
  selector: 'en-state-tile',
  template: '<span class="iso" [class.you]="own()">{{ code() }}</span>',
})
export class StateTile {
  readonly code = input.required<string>();
  private readonly session = inject(Session);
  protected readonly own = computed(
    () => this.session.acting()?.organization.state === this.code(),
  );
}
