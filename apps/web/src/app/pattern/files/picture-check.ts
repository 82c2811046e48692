import { Component, input, output, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The content of a file as an address that needs no request. */
const dataAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    };
    reader.onerror = () => {
      reject(new Error('The picture cannot be read', { cause: reader.error }));
    };
    reader.readAsDataURL(file);
  });

/** A picture is evidence only once its uploader has looked at it again and said that it shows nobody. */
@Component({
  selector: 'en-picture-check',
  imports: [TranslocoPipe],
  template: `
    <section class="note warn" role="alert">
      @if (shown.hasValue()) {
        <img [src]="shown.value()" [alt]="name()" />
      }
      <div>
        <p>
          <b>{{ 'files.pictureAsk' | transloco }}</b>
        </p>
        <p>{{ 'files.pictureHelp' | transloco }}</p>
        <p class="acts">
          <button type="button" class="btn" (click)="declined.emit()">
            {{ 'files.pictureNo' | transloco }}
          </button>
          <button type="button" class="btn" (click)="confirmed.emit()">
            {{ 'files.pictureYes' | transloco }}
          </button>
        </p>
      </div>
    </section>
  `,
  styles: `
    .note {
      margin-top: 12px;
      flex-wrap: wrap;
    }
    img {
      max-width: 220px;
      max-height: 160px;
      border-radius: 8px;
    }
    .acts {
      padding-top: 8px;
      flex-wrap: wrap;
    }
  `,
})
export class PictureCheck {
  readonly name = input.required<string>();
  /** The file as it was chosen on this device; it is shown from here and fetched from nowhere. */
  readonly file = input<File | null>(null);
  readonly confirmed = output();
  readonly declined = output();
  protected readonly shown = resource({
    params: () => this.file() ?? undefined,
    loader: ({ params }) => dataAddress(params),
  });
}
