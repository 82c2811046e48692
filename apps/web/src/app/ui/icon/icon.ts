import { Component, input } from '@angular/core';
import type { IconName } from './icon-sprite';

/** One icon in the text's colour; words beside it say what it means. */
@Component({
  selector: 'en-icon',
  template: '<svg class="ic" aria-hidden="true"><use [attr.href]="\'#i-\' + name()" /></svg>',
})
export class Icon {
  readonly name = input.required<IconName>();
}
