import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { shareAnswer, sharePreviewResponse } from '@enlace/contract';
import type { AudienceKind, Classification, Detail, ForumRole, OnwardRule } from '@enlace/domain';
import { AUDIENCE_KINDS, DETAILS, FORUM_ROLES, ONWARD_RULES } from '@enlace/domain';
import { Api } from '../../core/api/api';
import { RetryKey } from '../../core/api/retry-key';
import { CodeLabel } from '../../core/i18n/code-label';
import { ProblemNote } from '../../core/problems/problem-note';
import { Icon } from '../../ui/icon/icon';
import { AudienceChoices } from '../../pattern/form/audience-choices';
import type { Choice } from '../../pattern/form/choice-list';
import { ChoiceList } from '../../pattern/form/choice-list';
import type { ShareForm } from './share-form.model';
import { EMPTY_SHARE, allowedKinds, faultsOf, previewOf, requestOf } from './share-form.model';
import { SharePreview } from './share-preview';

/** How long the form rests before it is asked whom it reaches. */
const PREVIEW_AFTER_MS = 500;

/** A new share: to whom, in which detail, what for and how long, with whom it reaches beside it. */
@Component({
  selector: 'en-share-form-card',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, Icon, ChoiceList, SharePreview],
  templateUrl: './share-form-card.html',
  styleUrl: './share-form-card.css',
})
export class ShareFormCard {
  readonly report = input.required<string>();
  readonly classification = input.required<Classification>();
  readonly groups = input.required<readonly Choice[]>();
  readonly shared = output();
  private readonly api = inject(Api);
  protected readonly choices = inject(AudienceChoices);
  private readonly retryKey = new RetryKey();
  protected readonly kinds = AUDIENCE_KINDS;
  protected readonly details = DETAILS;
  protected readonly onwardRules = ONWARD_RULES;
  protected readonly forumRoles = FORUM_ROLES;
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => hour);
  protected readonly form = signal<ShareForm>(EMPTY_SHARE);
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  /** Faults are told once somebody has tried to share. */
  protected readonly tried = signal(false);
  protected readonly allowed = computed(() => new Set(allowedKinds(this.classification())));
  protected readonly faults = computed(() => faultsOf(this.form(), new Date()));
  protected readonly wide = computed(() => ['community', 'public'].includes(this.form().kind));
  private readonly asked = signal<{ report: string; body: string } | null>(null);
  protected readonly preview = resource({
    params: () => this.asked() ?? undefined,
    loader: async ({ params: { report, body } }) => {
      const request: unknown = JSON.parse(body);
      const path = `arrivals/reports/${report}/shares/preview`;
      return (await this.api.post(path, request, sharePreviewResponse)).body;
    },
  });

  constructor() {
    effect((onCleanup) => {
      const request = this.allowed().has(this.form().kind) ? previewOf(this.form()) : null;
      const asked =
        request === null ? null : { report: this.report(), body: JSON.stringify(request) };
      const timer = setTimeout(() => {
        this.asked.set(asked);
      }, PREVIEW_AFTER_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  protected set(part: Partial<ShareForm>): void {
    this.form.update((form) => ({ ...form, ...part }));
  }

  protected setKind(kind: AudienceKind): void {
    this.set({ kind });
  }

  protected setDetail(detail: Detail): void {
    this.set({ detail });
  }

  protected setRoles(roles: readonly string[]): void {
    this.set({ roles: FORUM_ROLES.filter((role): role is ForumRole => roles.includes(role)) });
  }

  protected setOnward(text: string): void {
    const onward = ONWARD_RULES.find((one): one is OnwardRule => one === text);
    this.set({ onward: onward ?? 'none' });
  }

  protected toggleRole(role: ForumRole, chosen: boolean): void {
    const others = this.form().roles.filter((one) => one !== role);
    this.setRoles(chosen ? [...others, role] : others);
  }

  /** Makes the share; a retry after a lost answer makes no second one. */
  protected async share(): Promise<void> {
    this.tried.set(true);
    const allowed = this.allowed().has(this.form().kind);
    if (this.sending() || !allowed || this.faults().length > 0) return;
    this.sending.set(true);
    this.failure.set(null);
    const request = requestOf(this.form());
    const path = `arrivals/reports/${this.report()}/shares`;
    try {
      const idempotencyKey = this.retryKey.for({ path, request });
      await this.api.post(path, request, shareAnswer, { idempotencyKey });
      this.retryKey.used();
      this.form.set(EMPTY_SHARE);
      this.tried.set(false);
      this.shared.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
