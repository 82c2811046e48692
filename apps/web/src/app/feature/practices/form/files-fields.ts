import { DOCUMENT, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FileAnswer } from '@enlace/contract';
import { MAX_PRACTICE_FILES } from '@enlace/domain';
import { Format } from '../../../core/i18n/format';
import { FileUpload } from '../../../pattern/files/file-upload';
import { StoredFile } from '../../../pattern/files/stored-file';
import { Icon } from '../../../ui/icon/icon';
import type { TypedFacts, TypedFile } from './practice-form.model';

/** Files that are evidence of the practice, each with what it is. */
@Component({
  selector: 'en-files-fields',
  imports: [TranslocoPipe, Icon, FileUpload, StoredFile],
  template: `
    <h3 id="files-title">{{ 'practices.label.files' | transloco }}</h3>
    <p class="xs muted">{{ 'practices.help.files' | transloco }}</p>
    @if (fault()) {
      <p class="xs fault">{{ fault() }}</p>
    }
    <ul aria-labelledby="files-title">
      @for (file of facts().files; track file.id) {
        <li>
          <label class="field">
            <span>{{ 'practices.form.fileTitle' | transloco }}</span>
            <input
              #title
              maxlength="200"
              [id]="'file-title-' + file.id"
              [value]="file.title"
              (input)="rename(file, title.value)"
            />
          </label>
          <en-stored-file [title]="file.name" [file]="file" />
          <button type="button" class="btn sm" (click)="remove(file)">
            <en-icon name="close" />{{ 'form.remove' | transloco
            }}<span class="vh">: {{ file.title }}</span>
          </button>
        </li>
      }
    </ul>
    <p class="row wrap">
      @if (before() !== null) {
        <button type="button" class="btn" id="file-undo" (click)="undo()">
          <en-icon name="undo" />{{ 'practices.form.undo' | transloco }}
        </button>
      }
      <span role="status" class="xs muted">{{ told() }}</span>
    </p>
    @if (facts().files.length >= most) {
      <p class="sm">{{ 'practices.form.mostFiles' | transloco }}</p>
    } @else {
      <en-file-upload
        fieldId="practice-file"
        [path]="'practices/' + practice() + '/files'"
        [take]="add"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 20px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      gap: 12px;
      align-items: center;
      padding: 10px 0;
      border-bottom: 1px solid var(--line);
    }
    .field {
      margin: 0;
    }
    .row:has(:not(:empty)) {
      margin-top: 12px;
    }
    .fault {
      color: var(--over-text);
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
      }
      .field {
        width: 100%;
      }
    }
  `,
})
export class FilesFields {
  /** Id of the practice. */
  readonly practice = input.required<string>();
  readonly facts = input.required<TypedFacts>();
  /** What the server has against the list or one of its files. */
  readonly fault = input('');
  readonly changed = output<Pick<TypedFacts, 'files'>>();
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly most = MAX_PRACTICE_FILES;
  protected readonly told = signal('');
  /** The files before one was taken out; null where there is no way back. */
  protected readonly before = signal<readonly TypedFile[] | null>(null);
  protected readonly add = ({ id, name, mediaType, size }: FileAnswer): void => {
    this.before.set(null);
    this.told.set('');
    // The same content is one file, however often it is handed in.
    if (!this.facts().files.some((file) => file.id === id)) {
      const file = { id, name, mediaType, size, title: name.slice(0, 200) };
      this.changed.emit({ files: [...this.facts().files, file] });
    }
    this.focus(`file-title-${id}`);
  };

  protected rename(file: TypedFile, title: string): void {
    this.before.set(null);
    this.changed.emit({
      files: this.facts().files.map((one) => (one.id === file.id ? { ...one, title } : one)),
    });
  }

  protected remove(file: TypedFile): void {
    this.before.set(this.facts().files);
    this.told.set(this.format.text('practices.form.removedFile', { title: file.title }));
    this.changed.emit({ files: this.facts().files.filter((one) => one.id !== file.id) });
    this.focus('file-undo');
  }

  protected undo(): void {
    const files = this.before();
    if (files === null) return;
    this.before.set(null);
    this.told.set('');
    this.changed.emit({ files });
    this.focus('practice-file');
  }

  /** What gets the focus is drawn after this turn. */
  private focus(id: string): void {
    setTimeout(() => this.document.getElementById(id)?.focus());
  }
}
