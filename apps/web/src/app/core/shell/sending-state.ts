import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../api/connection';
import { Format } from '../i18n/format';

/** Whether the line is up and everything typed has been sent. */
@Component({
  selector: 'en-sending-state',
  imports: [TranslocoPipe],
  host: { role: 'status' },
  template: `
    @if (connection.offlineSince(); as since) {
      <span class="sync off">
        <svg class="ic s" aria-hidden="true"><use href="#i-cloud_off" /></svg>
        <span>{{ 'shell.offlineSince' | transloco: { time: format.time(since) } }}</span>
        @if (connection.unsent() > 0) {
          <span>{{ format.counted('shell.unsent', connection.unsent()) }}</span>
        }
      </span>
    } @else if (connection.unsent() > 0) {
      <span class="sync">
        <svg class="ic s" aria-hidden="true"><use href="#i-sync" /></svg>
        <span>{{ format.counted('shell.unsent', connection.unsent()) }}</span>
      </span>
    } @else if (connection.lastSent(); as at) {
      <span class="sync">
        <svg class="ic s" aria-hidden="true"><use href="#i-check" /></svg>
        <span>{{ 'shell.sent' | transloco: { time: format.time(at) } }}</span>
      </span>
    }
  `,
})
export class SendingState {
  protected readonly connection = inject(Connection);
  protected readonly format = inject(Format);
}
