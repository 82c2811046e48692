import {
  Component,
  computed,
  effect,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RatingAnswer } from '@enlace/contract';
import { ratingAnswer } from '@enlace/contract';
import type { RatingGrade } from '@enlace/domain';
import { RATING_GRADES } from '@enlace/domain';
import { Api } from '../../../core/api/api';
import { RetryKey } from '../../../core/api/retry-key';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Language } from '../../../core/i18n/language';
import { Dialog } from '../../../ui/dialog/dialog';
import { FieldFaults } from '../../../pattern/form/field-faults';

/** The shortest text that the server accepts. */
const SHORTEST = 10;

/** The own rating, or the State's reply to one: written, kept as a draft, sent. */
@Component({
  selector: 'en-rating-dialog',
  imports: [TranslocoPipe, CodeLabel, Dialog, FieldFaults],
  template: `
    <en-dialog
      [title]="(repliesTo() ? 'commitment.replyTitle' : 'commitment.rateTitle') | transloco"
      [(open)]="open"
    >
      <p class="about">
        {{ (repliesTo() ? 'commitment.replyAbout' : 'commitment.rateAbout') | transloco }}
      </p>
      <en-field-faults [problem]="failure()" [fieldOf]="fieldOf" [nameOf]="nameOf" />
      <form (submit)="$event.preventDefault(); send()">
        @if (!repliesTo()) {
          <fieldset>
            <legend>{{ 'commitment.field.grade' | transloco }}</legend>
            @for (one of grades; track one) {
              <label>
                <input
                  type="radio"
                  name="grade"
                  [checked]="one === grade()"
                  (change)="grade.set(one)"
                />
                {{ one | codeLabel: 'ratingGrade' }}
              </label>
            }
          </fieldset>
        }
        <label class="field"
          >{{ 'commitment.rateWhy' | transloco }}
          <textarea
            #text
            id="rating-body"
            rows="5"
            maxlength="2000"
            required
            [value]="body()"
            (input)="body.set(text.value)"
          ></textarea>
        </label>
        <p class="acts">
          <button type="button" class="btn" (click)="open.set(false)">
            {{ 'commitment.goBack' | transloco }}
          </button>
          @if (!repliesTo()) {
            <button type="button" class="btn" [disabled]="!ready() || sending()" (click)="keep()">
              {{ 'commitment.keepDraft' | transloco }}
            </button>
          }
          <button type="submit" class="btn btn-filled" [disabled]="!ready() || sending()">
            {{ (repliesTo() ? 'commitment.sendReply' : 'commitment.sendRating') | transloco }}
          </button>
        </p>
      </form>
    </en-dialog>
  `,
  styles: `
    .about {
      margin: 8px 0 16px;
      max-width: 56ch;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      border: 0;
      padding: 0;
      margin: 0 0 16px;
    }
    fieldset label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 36px;
    }
  `,
})
export class RatingDialog {
  readonly commitment = input.required<string>();
  /** The own draft, if there is one. */
  readonly draft = input<RatingAnswer>();
  /** The rating that is replied to. */
  readonly repliesTo = input<RatingAnswer | null>(null);
  readonly open = model(false);
  readonly written = output();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly retryKey = new RetryKey();
  protected readonly grades = RATING_GRADES;
  protected readonly grade = signal<RatingGrade | null>(null);
  protected readonly body = signal('');
  protected readonly sending = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly ready = computed(
    () =>
      this.body().trim().length >= SHORTEST && (this.repliesTo() !== null || this.grade() !== null),
  );
  protected readonly fieldOf = (pointer: string): string | null =>
    pointer === '/body' ? 'rating-body' : null;
  protected readonly nameOf = (): string => '';

  constructor() {
    effect(() => {
      if (!this.open()) return;
      untracked(() => {
        const draft = this.repliesTo() === null ? this.draft() : undefined;
        this.grade.set(draft?.grade ?? null);
        this.body.set(draft?.body ?? '');
        this.failure.set(null);
      });
    });
  }

  protected async keep(): Promise<void> {
    await this.write(() => this.save());
  }

  protected async send(): Promise<void> {
    const rating = this.repliesTo();
    await this.write(async () => {
      if (rating !== null) await this.reply(rating);
      else {
        const { etag } = await this.save();
        await this.post('rating/sending', {}, etag);
      }
    });
  }

  private async save(): Promise<RatingAnswer> {
    const etag = this.draft()?.etag ?? null;
    const request = {
      ...{ grade: this.grade(), language: this.language.current(), body: this.body().trim() },
    };
    const path = `commitments/${this.commitment()}/rating`;
    const options = etag === null ? {} : { ifMatch: `"${etag}"` };
    return (await this.api.put(path, request, ratingAnswer, options)).body;
  }

  private reply({ id, etag }: RatingAnswer): Promise<void> {
    const request = { language: this.language.current(), body: this.body().trim() };
    return this.post(`ratings/${id}/reply`, request, etag);
  }

  private async post(path: string, request: unknown, etag: string | null): Promise<void> {
    await this.api.post(`commitments/${this.commitment()}/${path}`, request, ratingAnswer, {
      idempotencyKey: this.retryKey.for([path, request]),
      ...(etag === null ? {} : { ifMatch: `"${etag}"` }),
    });
    this.retryKey.used();
  }

  private async write(act: () => Promise<unknown>): Promise<void> {
    if (!this.ready() || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    try {
      await act();
      this.open.set(false);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
      this.written.emit();
    }
  }
}
