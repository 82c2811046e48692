import type { AdoptionAnswer } from '@enlace/contract';
import type { AdoptionResult, AdoptionUse } from '@enlace/domain';

/** What the dialog is for: to take a practice up, to say that others did, to change that, or to say what came of it. */
export type AdoptionAct = 'adopt' | 'declare' | 'change' | 'report-result';

/** What stands in the fields. */
export interface AdoptionFields {
  readonly adopter: string;
  readonly use: AdoptionUse;
  readonly startedOn: string;
  readonly adaptation: string;
  readonly contact: string;
  readonly result: AdoptionResult | null;
  readonly why: string;
}

/** The shortest texts that the server takes. */
export const SHORTEST = { adaptation: 3, why: 10 } as const;

/** Empty fields for the acting organization, or those of a line of the ledger. */
export const fieldsOf = (
  adoption: AdoptionAnswer | null,
  adopter: string,
  today: string,
): AdoptionFields => ({
  adopter: adoption?.organization ?? adopter,
  use: adoption?.use ?? 'in-use',
  startedOn: adoption?.startedOn ?? today,
  adaptation: adoption?.adaptation ?? '',
  contact: adoption?.contact ?? '',
  result: adoption?.result ?? null,
  why: adoption?.why ?? '',
});

/** Whether the fields hold all that the act needs; `today` is the last day on which an adoption may have begun. */
export const isReady = (act: AdoptionAct, fields: AdoptionFields, today: string): boolean => {
  if (act === 'report-result') {
    return fields.result !== null && fields.why.trim().length >= SHORTEST.why;
  }
  return (
    fields.adopter !== '' &&
    fields.startedOn !== '' &&
    fields.startedOn <= today &&
    fields.adaptation.trim().length >= SHORTEST.adaptation
  );
};
