import { Injectable, inject } from '@angular/core';
import type { AdoptionAnswer } from '@enlace/contract';
import { adoptionAnswer } from '@enlace/contract';
import type { Language as LanguageCode } from '@enlace/domain';
import { Api } from '../../../../core/api/api';
import { RetryKey } from '../../../../core/api/retry-key';
import { Language } from '../../../../core/i18n/language';
import type { AdoptionAct, AdoptionFields } from './adoption-form.model';

/** A line of the ledger and what is to be done with it. */
export interface AdoptionWish {
  readonly act: AdoptionAct;
  readonly practice: string;
  /** Null where the line is new. */
  readonly adoption: AdoptionAnswer | null;
}

const saidOf = (fields: AdoptionFields, language: LanguageCode) => ({
  language,
  adaptation: fields.adaptation.trim(),
  startedOn: fields.startedOn,
  contact: fields.contact.trim(),
  use: fields.use,
});

/** Writes to the ledger of adoptions; a change names the line as it was seen. */
@Injectable({ providedIn: 'root' })
export class AdoptionActs {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly retryKey = new RetryKey();

  /** The adopter says that what others declared is so. */
  async confirm({ id, etag }: AdoptionAnswer): Promise<void> {
    await this.api.post(`adoptions/${id}/confirmation`, {}, adoptionAnswer, {
      ifMatch: `"${etag}"`,
    });
  }

  /** Does what the dialog was opened for. */
  async write({ act, practice, adoption }: AdoptionWish, fields: AdoptionFields): Promise<void> {
    const language = this.language.current();
    const said = saidOf(fields, language);
    if (adoption === null) {
      const request = { ...said, adopter: fields.adopter };
      const idempotencyKey = this.retryKey.for({ practice, request });
      const path = `practices/${practice}/adoptions`;
      await this.api.post(path, request, adoptionAnswer, { idempotencyKey });
      this.retryKey.used();
      return;
    }
    const path = `adoptions/${adoption.id}`;
    const options = { ifMatch: `"${adoption.etag}"` };
    if (act === 'report-result') {
      const result = { result: fields.result, why: fields.why.trim(), language };
      await this.api.post(`${path}/result`, result, adoptionAnswer, options);
    } else await this.api.put(path, said, adoptionAnswer, options);
  }
}
