import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommitmentResponse } from '@enlace/contract';
import { provisionResponse } from '@enlace/contract';
import { Api } from '../../../core/api/api';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnDate } from '../../../core/i18n/format-pipes';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';

/** The words of the provisions that the commitment is about. */
@Component({
  selector: 'en-agreed-texts',
  imports: [RouterLink, TranslocoPipe, CodeLabel, EnDate],
  template: `
    <section class="card" aria-labelledby="agreed">
      <div class="card-head">
        <h2 id="agreed">{{ 'commitment.agreed' | transloco }}</h2>
      </div>
      @for (one of provisions(); track one.id) {
        <blockquote>
          @if (textOf(one.id); as text) {
            <p [attr.lang]="text.language">{{ text.body }}</p>
            @if (text.language !== language.current()) {
              <p class="xs muted">
                {{ text.status | codeLabel: 'textStatus' }}:
                {{ text.language | codeLabel: 'language' }}
              </p>
            }
          } @else {
            <p>{{ reference.nameOf(one.titles) }}</p>
          }
          <footer>
            <a [routerLink]="['/provisions', one.id]">{{
              'commitment.provisionN' | transloco: { symbol: one.symbol, number: one.number }
            }}</a>
            @if (one.adoptedOn; as day) {
              <span>, {{ day | enDate }}</span>
            }
          </footer>
        </blockquote>
      }
    </section>
  `,
  styles: `
    blockquote {
      border-inline-start: 3px solid var(--line-2);
      padding: 2px 0 2px 14px;
      margin: 0 16px 16px;
      font: 400 15px/23px var(--serif);
      color: var(--ink-2);
      overflow-wrap: anywhere;
    }
    .xs,
    footer {
      font: 400 12px/16px var(--sans);
      color: var(--ink-3);
      margin-top: 6px;
    }
  `,
})
export class AgreedTexts {
  readonly provisions = input.required<CommitmentResponse['provisions']>();
  private readonly api = inject(Api);
  protected readonly language = inject(Language);
  protected readonly reference = inject(Reference);
  private readonly ids = computed(() =>
    this.provisions()
      .map(({ id }) => id)
      .join(' '),
  );
  private readonly read = resource({
    params: () => ({ ids: this.ids(), language: this.language.current() }),
    loader: ({ params: { ids } }) =>
      Promise.all(ids.split(' ').map((id) => this.api.get(`provisions/${id}`, provisionResponse))),
  });

  /** The text of a provision; its title stands for it until it is here. */
  protected textOf(id: string): { language: string; body: string; status: string } | undefined {
    const pages = this.read.hasValue() ? this.read.value() : [];
    return pages.find(({ provision }) => provision.id === id)?.text;
  }
}
