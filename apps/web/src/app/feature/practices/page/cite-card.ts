import { DOCUMENT, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeResponse } from '@enlace/contract';
import { Format } from '../../../core/i18n/format';
import { Icon } from '../../../ui/icon/icon';

/** How to cite the version that is shown, and printing it. */
@Component({
  selector: 'en-cite-card',
  imports: [TranslocoPipe, Icon],
  template: `
    <section class="card" aria-labelledby="cite">
      <div class="card-head">
        <h2 id="cite">{{ 'practices.page.cite' | transloco }}</h2>
      </div>
      <div class="cb">
        <p class="text">{{ citation() }}</p>
        <p class="row wrap acts">
          <button type="button" class="btn sm" (click)="copy()">
            <en-icon name="content_copy" />{{ 'practices.page.copy' | transloco }}
          </button>
          <button type="button" class="btn sm" (click)="print()">
            <en-icon name="print" />{{ 'practices.page.print' | transloco }}
          </button>
        </p>
        <p role="status" class="xs muted">{{ told() }}</p>
      </div>
    </section>
  `,
  styles: `
    .text {
      font: 400 15px/23px var(--serif);
      overflow-wrap: anywhere;
      margin-bottom: 10px;
    }
    @media print {
      .acts {
        display: none;
      }
    }
  `,
})
export class CiteCard {
  readonly practice = input.required<PracticeResponse>();
  readonly title = input.required<string>();
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly told = signal('');
  protected readonly citation = computed(() => {
    const { id, organizationName, version, versions, publishedOn } = this.practice();
    const at = versions.find((one) => one.version === version)?.at ?? publishedOn ?? '';
    const { origin } = this.document.location;
    return this.format.text('practices.page.citation', {
      organization: organizationName.replace(/\.$/, ''),
      title: this.title().replace(/\.$/, ''),
      version: String(version),
      day: this.format.date(at),
      address: `${origin}/practices/${id}?version=${version}`,
    });
  });

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.citation());
      this.told.set(this.format.text('practices.page.copied'));
    } catch {
      // A browser that refuses the clipboard leaves the text to be marked by hand.
      this.told.set(this.format.text('practices.page.notCopied'));
    }
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
