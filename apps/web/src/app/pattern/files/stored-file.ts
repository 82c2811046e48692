import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ShownFile } from '@enlace/contract';
import { Api } from '../../core/api/api';
import { Format } from '../../core/i18n/format';
import { ProblemNote } from '../../core/problems/problem-note';
import { saveFile } from '../../core/api/save-file';

const KILO = 1024;

/** A file: fetched when asked for, always saved and never shown inside the page. */
@Component({
  selector: 'en-stored-file',
  imports: [TranslocoPipe, ProblemNote],
  template: `
    <button type="button" class="btn-link" [disabled]="going()" (click)="save()">
      {{ title() }}<span class="vh">: {{ 'files.download' | transloco }}</span>
    </button>
    <p class="sm muted">
      @if (title() !== file().name) {
        {{ file().name }},
      }
      {{ size() }}
    </p>
    <en-problem-note [problem]="failure()" />
  `,
  styles: `
    .btn-link {
      border: 0;
      padding: 0;
      background: none;
      font-weight: 500;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
      overflow-wrap: anywhere;
    }
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class StoredFile {
  readonly title = input.required<string>();
  readonly file = input.required<ShownFile>();
  private readonly api = inject(Api);
  private readonly format = inject(Format);
  protected readonly going = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected size(): string {
    const { size } = this.file();
    const mega = size / KILO / KILO;
    return mega >= 0.1
      ? `${this.format.number(Math.round(mega * 10) / 10)} MB`
      : `${this.format.number(Math.ceil(size / KILO))} kB`;
  }

  protected async save(): Promise<void> {
    this.going.set(true);
    this.failure.set(null);
    try {
      const { id, name } = this.file();
      saveFile(await this.api.download(`files/${id}`), name);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.going.set(false);
    }
  }
}
