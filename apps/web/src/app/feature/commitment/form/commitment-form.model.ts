import type {
  ChangeCommitmentRequest,
  CommitmentResponse,
  RecordCommitmentRequest,
} from '@enlace/contract';
import type { Classification, GatePart, Language } from '@enlace/domain';
import { LANGUAGES, missingParts } from '@enlace/domain';

/** What is typed in one language; fields hold text, never null. */
export interface TypedWords {
  readonly title: string;
  readonly deliverable: string;
  readonly verification: string;
}

/** A partner and its part. */
export interface TypedPartner {
  readonly organization: string;
  readonly part: string;
}

/** The form as it is typed. */
export interface CommitmentForm {
  readonly forum: string;
  readonly actor: string;
  readonly provisions: readonly string[];
  /** Language of the original. */
  readonly language: Language;
  readonly words: Readonly<Record<Language, TypedWords>>;
  readonly dueOn: string;
  readonly classification: Classification;
  readonly partners: readonly TypedPartner[];
}

const BLANK: TypedWords = { title: '', deliverable: '', verification: '' };

/** An empty form in the language of who fills it in. */
export const blankForm = (language: Language, forum: string): CommitmentForm => ({
  ...{ forum, actor: '', provisions: [], language },
  words: { es: BLANK, en: BLANK, pt: BLANK, fr: BLANK },
  ...{ dueOn: '', classification: 'community', partners: [] },
});

/** The form of a commitment as it stands. */
export const formOf = (commitment: CommitmentResponse): CommitmentForm => {
  const original = commitment.texts.find(({ status }) => status === 'original');
  const form = blankForm(original?.language ?? 'es', commitment.forum);
  const words = { ...form.words };
  for (const { language, title, deliverable, verification } of commitment.texts) {
    words[language] = {
      ...{ title, deliverable: deliverable ?? '', verification: verification ?? '' },
    };
  }
  return {
    ...form,
    actor: commitment.actor,
    provisions: commitment.provisions.map(({ id }) => id),
    words,
    dueOn: commitment.dueOn ?? '',
    classification: commitment.classification,
    partners: commitment.partners,
  };
};

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const isBlank = ({ title, deliverable, verification }: TypedWords): boolean =>
  [title, deliverable, verification].every((text) => text.trim() === '');

/** What the form says as a whole, for changing a commitment. */
export const changeOf = (form: CommitmentForm): ChangeCommitmentRequest => {
  const inLanguage = (language: Language): ChangeCommitmentRequest['text'] => {
    const { title, deliverable, verification } = form.words[language];
    return {
      ...{ language, title: title.trim() },
      ...{ deliverable: filled(deliverable), verification: filled(verification) },
    };
  };
  return {
    provisions: [...form.provisions],
    text: inLanguage(form.language),
    translations: LANGUAGES.filter(
      (language) => language !== form.language && !isBlank(form.words[language]),
    ).map(inLanguage),
    dueOn: filled(form.dueOn),
    classification: form.classification,
    partners: form.partners.map(({ organization, part }) => ({ organization, part: part.trim() })),
  };
};

/** The same for recording a new one. */
export const recordOf = (form: CommitmentForm): RecordCommitmentRequest => ({
  ...changeOf(form),
  forum: form.forum,
  actor: form.actor,
});

/** What is missing so that it becomes a commitment and does not stay an aspiration. */
export const missingIn = (form: CommitmentForm): readonly GatePart[] => {
  const { deliverable, verification } = form.words[form.language];
  return missingParts({
    ...{ actor: filled(form.actor), deliverable, dueOn: filled(form.dueOn), verification },
  });
};
