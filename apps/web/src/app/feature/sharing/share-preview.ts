import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SharePreviewResponse } from '@enlace/contract';
import { CodeLabel } from '../../core/i18n/code-label';
import { ProblemNote } from '../../core/problems/problem-note';
import { Reference } from '../../core/reference/reference';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton';

/** Every organization that a share would reach, with what it gets, and who is left out and why. */
@Component({
  selector: 'en-share-preview',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, Icon, Skeleton],
  template: `
    <h3>{{ 'sharing.previewTitle' | transloco }}</h3>
    <div aria-live="polite">
      @if (failure(); as error) {
        <en-problem-note [problem]="error" />
      } @else if (answer(); as answer) {
        <p class="sm">
          {{ 'sharing.reaches' | transloco: { count: answer.reached.length } }}
          {{ 'sharing.publicGets.' + answer.public | transloco }}
        </p>
        @for (part of parts(); track part.detail) {
          @if (part.names.length > 0) {
            <div class="part">
              <en-icon [name]="part.detail === 'exact' ? 'visibility' : 'grid_on'" />
              <div>
                <b>{{ part.detail | codeLabel: 'detail' }} ({{ part.names.length }})</b>
                <ul>
                  @for (one of part.names; track one.id) {
                    <li class="sm">
                      {{ one.name }}
                      @if (one.withoutOwn) {
                        <span class="xs muted">{{ 'sharing.withoutOwn' | transloco }}</span>
                      }
                    </li>
                  }
                </ul>
              </div>
            </div>
          }
        }
        @if (out().length > 0) {
          <div class="part">
            <en-icon name="visibility_off" />
            <div>
              <b>{{ 'sharing.leftOut' | transloco }} ({{ out().length }})</b>
              <ul>
                @for (one of out(); track one.id) {
                  <li class="sm">
                    {{ one.name }}
                    <span class="xs muted">{{ 'sharing.why.' + one.reason | transloco }}</span>
                  </li>
                }
              </ul>
            </div>
          </div>
        }
      } @else if (loading()) {
        <en-skeleton [label]="'sharing.loading' | transloco" />
      } @else {
        <p class="sm muted">{{ 'sharing.previewEmpty' | transloco }}</p>
      }
    </div>
  `,
  styles: `
    .part {
      display: flex;
      gap: 10px;
      padding: 8px 0;
      border-top: 1px solid var(--line);
    }
    .part > div {
      flex: 1;
      min-width: 0;
    }
    ul {
      max-height: 240px;
      overflow-y: auto;
    }
  `,
})
export class SharePreview {
  readonly answer = input.required<SharePreviewResponse | null>();
  readonly loading = input(false);
  readonly failure = input<unknown>(null);
  private readonly reference = inject(Reference);
  protected readonly parts = computed(() =>
    (['exact', 'protected'] as const).map((detail) => ({
      detail,
      names: (this.answer()?.reached ?? [])
        .filter((one) => one.detail === detail)
        .map(({ organization, withoutOwnNationals }) => ({
          id: organization,
          name: this.reference.organizationName(organization),
          withoutOwn: withoutOwnNationals,
        })),
    })),
  );
  protected readonly out = computed(() =>
    (this.answer()?.leftOut ?? []).map(({ organization, reason }) => ({
      ...{ id: organization, reason, name: this.reference.organizationName(organization) },
    })),
  );
}
