import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language } from '../../../core/i18n/language';
import { Reference } from '../../../core/reference/reference';
import type { ToldPractice } from '../practice-words';

/** Sections below the steps, in reading order. */
const SECTIONS = [
  ...(['problem', 'legalBasis', 'whoDoesWhat', 'resources', 'conditions', 'didNotWork'] as const),
];

/** What of the facts stands in the line below the summary. */
export type ArticleFacts = Pick<
  PracticeResponse['facts'],
  'states' | 'runningSince' | 'people' | 'setUpMonths' | 'costBand'
>;

/** A practice as its reader has it: what it is, how to do it, and what it takes. */
@Component({
  selector: 'en-practice-article',
  imports: [TranslocoPipe, CodeLabel],
  template: `
    @if (words(); as text) {
      <article>
        @if (level() === 1) {
          <h1 [lang]="text.title.lang">{{ text.title.text }}</h1>
        } @else {
          <h2 class="title" [lang]="text.title.lang">{{ text.title.text }}</h2>
        }
        @if (text.summary.text) {
          <p class="lead" [lang]="text.summary.lang">{{ text.summary.text }}</p>
        } @else {
          <p class="muted">{{ 'practices.page.noSummary' | transloco }}</p>
        }
        <dl class="facts">
          @for (fact of line(); track fact.label) {
            <div>
              <dt>{{ fact.label | transloco }}</dt>
              <dd>{{ fact.value }}</dd>
            </div>
          }
        </dl>
        @if (text.steps.length > 0) {
          <section>
            <h2 class="part">{{ 'practices.page.how' | transloco }}</h2>
            <ol>
              @for (step of text.steps; track $index) {
                <li>
                  <span class="n" aria-hidden="true">{{ $index + 1 }}</span>
                  <div>
                    <h3 [lang]="step.title.lang">{{ step.title.text }}</h3>
                    <p class="body" [lang]="step.body.lang">{{ step.body.text }}</p>
                  </div>
                </li>
              }
            </ol>
          </section>
        }
        @for (section of sections; track section) {
          @if (text[section].text) {
            <section>
              <h2 class="part">{{ 'practices.page.' + section | transloco }}</h2>
              @if (section === 'resources') {
                @if (facts().costBand; as band) {
                  <p class="band">{{ band | codeLabel: 'costBand' }}</p>
                }
              }
              <p class="body" [lang]="text[section].lang">{{ text[section].text }}</p>
            </section>
          }
        }
      </article>
    }
  `,
  styleUrl: './practice-article.css',
})
export class PracticeArticle {
  readonly words = input.required<ToldPractice>();
  readonly facts = input.required<ArticleFacts>();
  readonly organizationName = input.required<string>();
  /** Whether its title is the title of the page, or one of a part of it. */
  readonly level = input<1 | 2>(1);
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  private readonly reference = inject(Reference);
  protected readonly sections = SECTIONS;
  protected readonly line = computed(() => {
    const { states, runningSince } = this.facts();
    const list = new Intl.ListFormat(this.language.current(), { type: 'conjunction' });
    return [
      {
        label: 'practices.page.where',
        value: list.format(states.map((code) => this.reference.stateName(code))),
      },
      {
        label: 'practices.page.since',
        value: runningSince === null ? '' : this.format.month(runningSince),
      },
      { label: 'practices.page.takes', value: this.takes() },
      { label: 'practices.page.postedBy', value: this.organizationName() },
    ].filter(({ value }) => value !== '');
  });

  /** "6 people, 3 months to set up" */
  private takes(): string {
    const { people, setUpMonths } = this.facts();
    return [
      people === null ? '' : this.format.counted('practices.page.people', people),
      setUpMonths === null ? '' : this.format.counted('practices.page.months', setUpMonths),
    ]
      .filter((part) => part !== '')
      .join(', ');
  }
}
