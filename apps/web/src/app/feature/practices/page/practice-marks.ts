import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PracticeResponse } from '@enlace/contract';
import { CodeLabel } from '../../../core/i18n/code-label';
import { EnDate } from '../../../core/i18n/format-pipes';
import { Icon } from '../../../ui/icon/icon';
import type { PracticeText } from '../practice-words';

/** What a reader must know of the version before reading it: where it stands, and whose translation it is. */
@Component({
  selector: 'en-practice-marks',
  imports: [RouterLink, TranslocoPipe, CodeLabel, EnDate, Icon],
  template: `
    @switch (practice().status) {
      @case ('published') {}
      @case ('expired') {
        <p class="note warn">
          <en-icon name="hourglass_empty" />
          <span
            ><b>{{ 'expired' | codeLabel: 'practiceStatus' }}.</b>
            {{
              'practices.mark.expired' | transloco: { day: (practice().expiresOn ?? '' | enDate) }
            }}</span
          >
        </p>
      }
      @case ('withdrawn') {
        <p class="note warn">
          <en-icon name="warning" />
          <span
            ><b>{{ 'withdrawn' | codeLabel: 'practiceStatus' }}.</b>
            {{ 'practices.mark.withdrawn' | transloco }} {{ practice().withdrawReason }}</span
          >
        </p>
      }
      @case ('superseded') {
        <p class="note warn">
          <en-icon name="history" />
          <span
            ><b>{{ 'superseded' | codeLabel: 'practiceStatus' }}.</b>
            @if (current(); as version) {
              <a [routerLink]="['/practices', practice().id]" [queryParams]="{ version }">{{
                'practices.mark.newer' | transloco: { version }
              }}</a>
            }
          </span>
        </p>
      }
      @default {
        <p class="note">
          <en-icon name="info" />
          <span
            ><b>{{ practice().status | codeLabel: 'practiceStatus' }}.</b>
            @if (practice().decisionDueOn; as day) {
              {{ 'practices.mark.decision' | transloco: { day: (day | enDate) } }}
            }
            @if (current(); as version) {
              <a [routerLink]="['/practices', practice().id]" [queryParams]="{ version }">{{
                'practices.mark.readersHave' | transloco: { version }
              }}</a>
            }
          </span>
        </p>
      }
    }
    @if (practice().returnReason; as reason) {
      @if (practice().state === 'draft' || practice().state === 'returned') {
        <p class="note warn reason">
          <b>{{ 'practices.returnedBecause' | transloco }}</b> {{ reason }}
        </p>
      }
    }
    @if (text().status === 'machine') {
      <p class="note warn"><en-icon name="language" />{{ 'practices.machine' | transloco }}</p>
    }
    @if (mixed()) {
      <p class="note"><en-icon name="language" />{{ 'practices.mixed' | transloco }}</p>
    }
  `,
  styles: `
    .note {
      max-width: 1000px;
      margin-bottom: 12px;
    }
    .reason {
      display: block;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .note a {
      color: inherit;
    }
  `,
})
export class PracticeMarks {
  readonly practice = input.required<PracticeResponse>();
  readonly text = input.required<PracticeText>();
  /** Whether parts of it are shown in the original language. */
  readonly mixed = input.required<boolean>();
  /** The version that readers have, where it is another one. */
  protected readonly current = computed(() => {
    const { versions, version } = this.practice();
    const published = versions.find(({ state }) => state === 'published')?.version;
    return published === version ? undefined : published;
  });
}
