import type { ElementRef } from '@angular/core';
import { Component, effect, input, model, viewChild } from '@angular/core';

/** A native modal dialog; the browser keeps the focus inside and gives it back. */
@Component({
  selector: 'en-dialog',
  template: `
    <dialog #box class="dialog" [attr.aria-label]="title()" (close)="open.set(false)">
      @if (open()) {
        <h2>{{ title() }}</h2>
        <ng-content />
      }
    </dialog>
  `,
})
export class Dialog {
  readonly title = input.required<string>();
  readonly open = model(false);
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');

  constructor() {
    effect(() => {
      const box = this.box().nativeElement;
      if (this.open() && !box.open) box.showModal();
      if (!this.open() && box.open) box.close();
    });
  }
}
