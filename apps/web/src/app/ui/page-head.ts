import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** A step of the path above a title. */
export interface PathStep {
  readonly label: string;
  readonly link?: string;
}

/** Path, title, one line, and at most two actions. */
@Component({
  selector: 'en-page-head',
  imports: [RouterLink],
  template: `
    @if (path().length > 0) {
      <div class="crumb">
        @for (step of path(); track $index) {
          @if (step.link !== undefined) {
            <a [routerLink]="step.link">{{ step.label }}</a>
          } @else {
            <span>{{ step.label }}</span>
          }
        }
      </div>
    }
    <div class="ph">
      <div>
        <h1 [attr.lang]="titleLanguage()">{{ title() }}</h1>
        <ng-content select="[under]" />
        @if (subtitle()) {
          <p class="sub">{{ subtitle() }}</p>
        }
      </div>
      <div class="acts"><ng-content /></div>
    </div>
  `,
})
export class PageHead {
  readonly title = input.required<string>();
  /** Language of the title where it is not the page's. */
  readonly titleLanguage = input<string | null>(null);
  readonly path = input<readonly PathStep[]>([]);
  readonly subtitle = input('');
}
