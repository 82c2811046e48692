import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { createSharingGroupRequest, sharingGroupAnswer } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { LANGUAGES } from '@enlace/domain';
import { Api } from '../../core/api/api';
import { RetryKey } from '../../core/api/retry-key';
import { CodeLabel } from '../../core/i18n/code-label';
import { ProblemNote } from '../../core/problems/problem-note';
import { AudienceChoices } from '../../pattern/form/audience-choices';
import { ChoiceList } from '../../pattern/form/choice-list';

/** A short name for addresses, out of a name. */
export const aliasOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** A new sharing group: its names in the four languages and its members. */
@Component({
  selector: 'en-new-group',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, ChoiceList],
  template: `
    <form class="card" (submit)="$event.preventDefault(); create()">
      <div class="card-head">
        <h2>{{ 'sharing.newGroup' | transloco }}</h2>
      </div>
      <div class="cb">
        @for (language of languages; track language) {
          <label class="field">
            <span>{{ 'sharing.nameIn' | transloco }} ({{ language | codeLabel: 'language' }})</span>
            <input
              #name
              maxlength="120"
              [lang]="language"
              [value]="names()[language]"
              (input)="setName(language, name.value)"
            />
          </label>
        }
        <en-choice-list
          [legend]="'sharing.membersLegend' | transloco"
          [choices]="choices.organizations()"
          [chosen]="members()"
          (changed)="members.set($event)"
        />
        @if (tried() && !complete()) {
          <p class="note err" role="alert">{{ 'sharing.groupIncomplete' | transloco }}</p>
        }
        @if (failure(); as error) {
          <en-problem-note [problem]="error" />
        }
        <div class="row">
          <button type="button" class="btn" (click)="cancelled.emit()">
            {{ 'sharing.cancel' | transloco }}
          </button>
          <button type="submit" class="btn btn-filled" [disabled]="sending()">
            {{ 'sharing.createGroup' | transloco }}
          </button>
        </div>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 16px;
    }
  `,
})
export class NewGroup {
  readonly created = output();
  readonly cancelled = output();
  private readonly api = inject(Api);
  private readonly retryKey = new RetryKey();
  protected readonly choices = inject(AudienceChoices);
  protected readonly languages = LANGUAGES;
  protected readonly names = signal<Readonly<Record<Language, string>>>({
    ...{ es: '', en: '', pt: '', fr: '' },
  });
  protected readonly members = signal<readonly string[]>([]);
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly request = computed(() =>
    createSharingGroupRequest.safeParse({
      alias: aliasOf(this.names().en),
      names: Object.fromEntries(
        LANGUAGES.map((language) => [language, this.names()[language].trim()]),
      ),
      members: [...this.members()],
    }),
  );
  protected readonly complete = computed(() => this.request().success);

  protected setName(language: Language, name: string): void {
    this.names.update((names) => ({ ...names, [language]: name }));
  }

  /** Creates the group; a retry after a lost answer creates no second one. */
  protected async create(): Promise<void> {
    this.tried.set(true);
    const { data } = this.request();
    if (data === undefined || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      const idempotencyKey = this.retryKey.for(data);
      await this.api.post('sharing-groups', data, sharingGroupAnswer, { idempotencyKey });
      this.retryKey.used();
      this.created.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
