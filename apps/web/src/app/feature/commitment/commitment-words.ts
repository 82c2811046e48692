import type { CommitmentResponse } from '@enlace/contract';
import type { Language } from '@enlace/domain';

/** What a commitment says in one language. */
export type CommitmentWords = CommitmentResponse['texts'][number];

/** The text in the reader's language, else the original one. */
export const readWords = (
  texts: readonly CommitmentWords[],
  language: Language,
): CommitmentWords | undefined =>
  texts.find((text) => text.language === language) ??
  texts.find(({ status }) => status === 'original');

/** The next date for which a report is owed: the earliest that neither came nor was waived. */
export const owedDate = (
  dates: CommitmentResponse['dueDates'],
): CommitmentResponse['dueDates'][number] | undefined =>
  dates.find(({ reportedOn, waiveReason }) => reportedOn === null && waiveReason === null);
