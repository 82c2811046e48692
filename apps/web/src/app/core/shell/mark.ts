import { Component } from '@angular/core';

/** The mark: two rings, two land masses, joined by a violet bridge, an isthmus. */
@Component({
  selector: 'en-mark',
  template: `
    <svg viewBox="0 0 26 26" fill="none" aria-hidden="true">
      <circle cx="8.6" cy="7.4" r="5.4" stroke="#82d1ee" stroke-width="2.4" />
      <circle cx="17.4" cy="18.6" r="5.4" stroke="#fff" stroke-width="2.4" />
      <path
        d="M12.2 11.6c2.2.6 2 2.4 1.6 2.9"
        stroke="#d8b9ff"
        stroke-width="2.6"
        stroke-linecap="round"
      />
    </svg>
  `,
})
export class Mark {}
