import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** Says why there is nothing here, and what to do. */
@Component({
  selector: 'en-not-found',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <h1>{{ 'state.notFound' | transloco }}</h1>
    <p class="sub">{{ 'state.notFoundHelp' | transloco }}</p>
    <p>
      <a class="btn btn-outlined" routerLink="/arrivals">{{ 'shell.arrivals' | transloco }}</a>
    </p>
  `,
})
export class NotFound {}
