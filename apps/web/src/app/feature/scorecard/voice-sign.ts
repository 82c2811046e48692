import { Component, input } from '@angular/core';
import type { RatingVoice } from '@enlace/domain';

/** Sign of a voice: circle, square or triangle, each in its colour. */
@Component({
  selector: 'en-voice-sign',
  template: `
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      @switch (voice()) {
        @case ('state') {
          <circle cx="7" cy="7" r="5.6" style="fill: var(--c1)" />
        }
        @case ('secretariat') {
          <rect x="2" y="2" width="10" height="10" style="fill: var(--c3)" />
        }
        @case ('civil-society') {
          <path d="M7 1l6 11H1z" style="fill: var(--c2)" />
        }
      }
    </svg>
  `,
})
export class VoiceSign {
  readonly voice = input.required<RatingVoice>();
}
