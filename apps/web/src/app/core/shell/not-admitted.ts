import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** Says why there is nothing here, and what to do. */
@Component({
  selector: 'en-not-admitted',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'state.notAdmitted' | transloco }}</h1>
    <p class="sub">{{ 'state.notAdmittedHelp' | transloco }}</p>
    <p>
      <a class="btn btn-outlined" routerLink="/arrivals">{{ 'shell.arrivals' | transloco }}</a>
    </p>
  `,
})
export class NotAdmitted {}
