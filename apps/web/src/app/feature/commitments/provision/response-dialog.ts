import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { stateResponseAnswer, type StateResponseAnswer } from '@enlace/contract';
import {
  LABELS,
  LANGUAGES,
  STATE_POSITIONS,
  type Language,
  type StatePosition,
} from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Format } from '../../../core/i18n/format';
import { Language as ReaderLanguage } from '../../../core/i18n/language';
import { FieldFaults } from '../../../pattern/form/field-faults';
import { Dialog } from '../../../ui/dialog/dialog';
import { emptyForm, formOf, pointedLanguage, requestOf, type ResponseForm } from './response-form';
import { StateSaid } from './state-said';

/** Ids of the fields, to which faults lead. */
const POSITION = 'response-position';
const textField = (language: Language): string => `response-${language}`;

/** The own State answers the provision, or answers it anew. */
@Component({
  selector: 'en-response-dialog',
  imports: [TranslocoPipe, CodeLabel, FieldFaults, Dialog, StateSaid],
  templateUrl: './response-dialog.html',
  styleUrl: './response-dialog.css',
})
export class ResponseDialog {
  readonly provision = input.required<string>();
  readonly current = input.required<StateResponseAnswer | null>();
  readonly open = model(false);
  readonly written = output();
  private readonly api = inject(Api);
  private readonly language = inject(ReaderLanguage);
  private readonly format = inject(Format);
  protected readonly positions = STATE_POSITIONS;
  protected readonly positionField = POSITION;
  protected readonly textField = textField;
  protected readonly languages = LANGUAGES;
  /** What is written stays while live updates bring news of what stands. */
  protected readonly form = linkedSignal({
    source: this.open,
    computation: () => this.begin(),
  });
  private readonly version = linkedSignal({
    source: this.open,
    computation: () => untracked(this.current)?.etag ?? null,
  });
  protected readonly sending = signal(false);
  protected readonly failure = linkedSignal<boolean, unknown>({
    source: this.open,
    computation: () => null,
  });
  /** What stands instead of the version that was answered to, once it has been read. */
  protected readonly stale = computed(() => {
    const [failure, standing] = [this.failure(), this.current()];
    const overtaken =
      failure instanceof ProblemError &&
      (failure.code === 'stale-version' || failure.code === 'version-required');
    return overtaken && standing?.etag !== this.version() ? standing : null;
  });
  protected readonly faults = computed(() => {
    const failure = this.failure();
    return failure instanceof ProblemError ? (failure.problem.errors ?? []) : [];
  });

  protected choose(position: StatePosition): void {
    this.form.update((form) => ({ ...form, position }));
  }

  protected original(event: Event): void {
    const original = LANGUAGES.find((one) => one === (event.target as HTMLSelectElement).value);
    if (original) this.form.update((form) => ({ ...form, original }));
  }

  protected say(language: Language, body: string): void {
    this.form.update((form) => ({ ...form, words: { ...form.words, [language]: body } }));
  }

  /** The field that a pointer means: a text by its language, or the position. */
  protected readonly fieldOf = (pointer: string): string | null => {
    if (pointer === '/position') return POSITION;
    const language = pointedLanguage(this.form(), pointer);
    return language === null ? null : textField(language);
  };

  protected readonly nameOf = (id: string): string => {
    if (id === POSITION) return this.format.text('commitments.respond.position');
    const one = LANGUAGES.find((language) => textField(language) === id);
    if (one === undefined) return '';
    const kind = one === this.form().original ? 'text' : 'translation';
    const language = LABELS.language[this.language.current()][one];
    return this.format.text(`commitments.respond.${kind}`, { language });
  };

  /** What the server says of this field. */
  protected faultOf(id: string): string | null {
    return this.faults().find(({ pointer }) => this.fieldOf(pointer) === id)?.detail ?? null;
  }

  /** What was written is sent as the version after the one that stands now. */
  protected async sendAnyway(): Promise<void> {
    this.version.set(this.current()?.etag ?? null);
    await this.send();
  }

  protected async send(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    const etag = this.version();
    const path = `provisions/${this.provision()}/response`;
    try {
      const options = etag === null ? {} : { ifMatch: `"${etag}"` };
      await this.api.put(path, requestOf(this.form()), stateResponseAnswer, options);
      this.open.set(false);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
      this.written.emit();
    }
  }

  private begin(): ResponseForm {
    const standing = untracked(this.current);
    return standing === null ? emptyForm(this.language.current()) : formOf(standing);
  }
}
