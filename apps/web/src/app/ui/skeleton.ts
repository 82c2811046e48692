import { Component, input } from '@angular/core';

/** Three grey lines while a card loads, with words for assistive technology. */
@Component({
  selector: 'en-skeleton',
  host: { class: 'skeleton', role: 'status' },
  template: '<span class="vh">{{ label() }}</span><i></i><i></i><i></i>',
})
export class Skeleton {
  readonly label = input('');
}
