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
import { LANGUAGES, STATE_POSITIONS, type Language, type StatePosition } from '@enlace/domain';
import { Api, ProblemError } from '../../../core/api/api';
import { CodeLabel } from '../../../core/i18n/code-label';
import { Language as ReaderLanguage } from '../../../core/i18n/language';
import { ProblemNote } from '../../../core/problems/problem-note';
import { Dialog } from '../../../ui/dialog/dialog';
import {
  emptyForm,
  formOf,
  isReady,
  pointedLanguage,
  requestOf,
  type ResponseForm,
} from './response-form';
import { StateSaid } from './state-said';

/** The own State answers the provision, or answers it anew. */
@Component({
  selector: 'en-response-dialog',
  imports: [TranslocoPipe, CodeLabel, ProblemNote, Dialog, StateSaid],
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
  protected readonly positions = STATE_POSITIONS;
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
  protected readonly stale = computed(() => {
    const failure = this.failure();
    return failure instanceof ProblemError &&
      (failure.code === 'stale-version' || failure.code === 'version-required')
      ? this.current()
      : null;
  });
  protected readonly faults = computed(() => {
    const failure = this.failure();
    return failure instanceof ProblemError ? (failure.problem.errors ?? []) : [];
  });
  protected readonly ready = computed(() => isReady(this.form()));

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

  /** What the server says of the text in this language. */
  protected faultOf(language: Language): string | null {
    const said = this.faults().find(
      ({ pointer }) => pointedLanguage(this.form(), pointer) === language,
    );
    return said?.detail ?? null;
  }

  /** What was written is sent as the version after the one that stands now. */
  protected async sendAnyway(): Promise<void> {
    this.version.set(this.current()?.etag ?? null);
    await this.send();
  }

  protected async send(): Promise<void> {
    if (!this.ready() || this.sending()) return;
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
