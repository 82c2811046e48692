import type { ElementRef } from '@angular/core';
import { Component, effect, inject, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../auth/session';
import { Shortcuts } from './shortcuts';

/** The list of keys, and the switch that turns them off. */
@Component({
  selector: 'en-key-list',
  imports: [TranslocoPipe],
  template: `
    <dialog #box class="dialog" aria-labelledby="keys-title" (close)="shortcuts.list(false)">
      <h2 id="keys-title">{{ 'shell.keys' | transloco }}</h2>
      <dl class="keys">
        @if (session.can('desk.read')) {
          <dt><kbd>G</kbd> {{ 'keys.then' | transloco }} <kbd>D</kbd></dt>
          <dd>{{ 'keys.desk' | transloco }}</dd>
          <dt><kbd>J</kbd> <kbd>K</kbd></dt>
          <dd>{{ 'keys.tasks' | transloco }}</dd>
          <dt>
            <kbd>{{ 'keys.enter' | transloco }}</kbd>
          </dt>
          <dd>{{ 'keys.act' | transloco }}</dd>
        }
        <dt><kbd>G</kbd> {{ 'keys.then' | transloco }} <kbd>A</kbd></dt>
        <dd>{{ 'keys.arrivals' | transloco }}</dd>
        @if (session.can('search.read')) {
          <dt><kbd>/</kbd></dt>
          <dd>{{ 'keys.search' | transloco }}</dd>
        }
        <dt><kbd>?</kbd></dt>
        <dd>{{ 'keys.list' | transloco }}</dd>
      </dl>
      <label class="row">
        <input
          #on
          type="checkbox"
          [checked]="shortcuts.enabled()"
          (change)="shortcuts.use(on.checked)"
        />
        {{ 'shell.keysOn' | transloco }}
      </label>
      <p class="acts">
        <button type="button" class="btn btn-filled" (click)="shortcuts.list(false)">
          {{ 'shell.close' | transloco }}
        </button>
      </p>
    </dialog>
  `,
})
export class KeyList {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly session = inject(Session);
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');

  constructor() {
    effect(() => {
      const box = this.box().nativeElement;
      if (this.shortcuts.listed() && !box.open) box.showModal();
      if (!this.shortcuts.listed() && box.open) box.close();
    });
  }
}
