import { Component, Injectable, inject, signal } from '@angular/core';

/** Short messages that nothing depends on. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly text = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly current = this.text.asReadonly();

  /** Shows a message for six seconds. */
  show(text: string): void {
    clearTimeout(this.timer);
    this.text.set(text);
    this.timer = setTimeout(() => {
      this.text.set('');
    }, 6000);
  }
}

/** Where the messages appear. */
@Component({
  selector: 'en-toast',
  template: '<div role="status" class="toast" [class.on]="text()">{{ text() }}</div>',
})
export class Toast {
  protected readonly text = inject(Toasts).current;
}
