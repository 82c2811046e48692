import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { PracticeResponse, PracticeWritten } from '@enlace/contract';
import { practiceResponse, practiceWritten } from '@enlace/contract';
import type { Language } from '@enlace/domain';
import { Api, OfflineError, ProblemError } from '../../../core/api/api';
import { Connection } from '../../../core/api/connection';
import { Session } from '../../../core/auth/session';
import type { DraftKey } from '../../../core/drafts/drafts-on-device';
import { DraftsOnDevice, draftKey } from '../../../core/drafts/drafts-on-device';
import { SavingRhythm } from '../../../core/drafts/saving-rhythm';
import type { PracticeForm } from './practice-form.model';
import {
  changedTranslations,
  draftOf,
  formOf,
  sameDraft,
  translationOf,
} from './practice-form.model';

interface KeptPractice {
  readonly form: PracticeForm;
  readonly etag: string;
}

/** Drafts of practices on this device. */
@Injectable({ providedIn: 'root' })
class PracticeDrafts extends DraftsOnDevice<KeptPractice> {}

/** Keeps the draft of a practice and its translations, on this device and on the server, while somebody types. */
@Injectable()
export class PracticeKeeper {
  private readonly api = inject(Api);
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly device = inject(PracticeDrafts);
  private readonly opened = signal<PracticeResponse | null>(null);
  private readonly saved = signal<PracticeForm | null>(null);
  private readonly typed = signal<PracticeForm | null>(null);
  private readonly other = signal<PracticeResponse | null>(null);
  private readonly going = signal(false);
  private readonly fault = signal<unknown>(null);
  private readonly sends = signal<Language | null>(null);
  private etag = '';
  private key: DraftKey | null = null;
  private readonly rhythm = new SavingRhythm(
    () => this.keep(),
    () => this.flush(),
  );

  /** The practice as it was when it was opened. */
  readonly practice = this.opened.asReadonly();
  readonly form = this.typed.asReadonly();
  /** What somebody else wrote meanwhile; nothing is sent until one of both is chosen. */
  readonly theirs = this.other.asReadonly();
  readonly saving = this.going.asReadonly();
  readonly failure = this.fault.asReadonly();
  /** Language of the translation that was refused; null where it was the original. */
  readonly refused = this.sends.asReadonly();
  /** Whether its own words may change; translations may at any time. */
  readonly editable = computed(() => this.opened()?.offers.includes('edit') === true);
  readonly waits = computed(() => {
    const [saved, form] = [this.saved(), this.typed()];
    return saved !== null && form !== null && this.differ(form, saved);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.rhythm.stop();
      void this.keep();
      void this.flush();
    });
  }

  /** Shows the draft; what this device kept and could not send comes first. */
  async open(practice: PracticeResponse): Promise<void> {
    this.key = draftKey(this.session, practice.id);
    const kept = this.key === null ? null : await this.device.read(this.key);
    const form = formOf(practice);
    this.take(practice, form);
    if (kept === null) return;
    // This device may have kept it before a fact was asked for.
    this.typed.set({ ...kept.form, facts: { ...form.facts, ...kept.form.facts } });
    // Words that may not change any more are shown as they were sent.
    if (!this.waits()) this.typed.set(form);
    else if (kept.etag === practice.etag) this.rhythm.typed();
    else this.other.set(practice);
  }

  /** Somebody typed. */
  edit(change: (form: PracticeForm) => PracticeForm): void {
    this.typed.update((form) => (form === null ? null : change(form)));
    this.connection.setUnsent(this.waits() ? 1 : 0);
    this.rhythm.typed();
  }

  /** Sends what waits; whether the server has everything now. */
  async flush(): Promise<boolean> {
    await this.rhythm.settle();
    if (this.other() !== null) return false;
    return !this.waits() || this.rhythm.once(() => this.send());
  }

  /** Ours over what somebody else wrote. */
  async keepMine(): Promise<void> {
    const theirs = this.other();
    if (theirs === null) return;
    this.opened.set(theirs);
    this.saved.set(formOf(theirs));
    this.etag = theirs.etag;
    this.other.set(null);
    await this.flush();
  }

  /** Theirs instead of ours. */
  async takeTheirs(): Promise<void> {
    const theirs = this.other();
    if (theirs === null) return;
    this.take(theirs, formOf(theirs));
    await this.keep();
  }

  /** Hands the practice in once everything is saved; whether it is with the reviewers now. */
  async submit(): Promise<boolean> {
    if (!(await this.flush())) return false;
    const id = this.opened()?.id ?? '';
    const options = { ifMatch: `"${this.etag}"` };
    await this.api.post(`practices/${id}/submission`, {}, practiceWritten, options);
    this.rhythm.stop();
    if (this.key !== null) await this.device.forget(this.key);
    this.key = null;
    return true;
  }

  private take(practice: PracticeResponse, form: PracticeForm): void {
    this.opened.set(practice);
    this.saved.set(form);
    this.typed.set(form);
    this.other.set(null);
    this.etag = practice.etag;
  }

  private differ(form: PracticeForm, saved: PracticeForm): boolean {
    return (
      (this.editable() && !sameDraft(form, saved)) || changedTranslations(form, saved).length > 0
    );
  }

  private async keep(): Promise<void> {
    const form = this.typed();
    if (this.key === null || form === null) return;
    if (!this.waits()) await this.device.forget(this.key);
    else await this.device.keep(this.key, { form, etag: this.etag });
  }

  private async send(): Promise<boolean> {
    const [practice, form] = [this.opened(), this.typed()];
    if (this.key === null || practice === null || form === null) return false;
    this.going.set(true);
    try {
      await this.sendDraft(practice.id, form);
      await this.sendTranslations(practice, form);
      this.fault.set(null);
      this.connection.setUnsent(this.waits() ? 1 : 0);
      await this.keep();
      return !this.waits();
    } catch (error) {
      await this.failed(error, practice.id, form);
      return false;
    } finally {
      this.going.set(false);
    }
  }

  private async sendDraft(id: string, form: PracticeForm): Promise<void> {
    const saved = this.saved();
    if (!this.editable() || saved === null || sameDraft(form, saved)) return;
    this.sends.set(null);
    await this.put(`practices/${id}/draft`, draftOf(form));
    this.saved.set({ ...form, translations: saved.translations });
  }

  private async sendTranslations(
    { id, version }: PracticeResponse,
    form: PracticeForm,
  ): Promise<void> {
    const saved = this.saved();
    if (saved === null) return;
    for (const language of changedTranslations(form, saved)) {
      this.sends.set(language);
      const body = { version, ...translationOf(form, language) };
      await this.put(`practices/${id}/translations/${language}`, body);
      this.saved.update(
        (before) =>
          before && {
            ...before,
            translations: { ...before.translations, [language]: form.translations[language] },
          },
      );
    }
  }

  private async put(path: string, body: unknown): Promise<PracticeWritten> {
    const options = { ifMatch: `"${this.etag}"` };
    const written = (await this.api.put(path, body, practiceWritten, options)).body;
    this.etag = written.etag;
    return written;
  }

  private async failed(error: unknown, id: string, sent: PracticeForm): Promise<void> {
    await this.keep();
    if (!(error instanceof ProblemError) || error.code !== 'stale-version') {
      this.fault.set(error);
      if (error instanceof OfflineError) this.rhythm.retry();
      return;
    }
    const theirs = await this.api.get(`practices/${id}`, practiceResponse);
    const now = formOf(theirs);
    const before = this.saved();
    // Whoever wrote the same, or something that is not in the form, is no conflict.
    const same = before !== null && !this.differ(now, before);
    if (!same && this.differ(sent, now)) {
      this.other.set(theirs);
      return;
    }
    this.opened.set(theirs);
    this.saved.set(now);
    this.etag = theirs.etag;
    this.rhythm.typed();
  }
}
