import { describe, expect, it } from '@jest/globals';
import { changeCommitmentRequest, recordCommitmentRequest } from '@enlace/contract';
import type { CommitmentForm } from './commitment-form.model';
import { blankForm, changeOf, missingIn, recordOf } from './commitment-form.model';

const FORUM = '00000000-0000-4000-8000-000000000001';
const ACTOR = '00000000-0000-4000-8000-000000000002';
const PROVISION = '00000000-0000-4000-8000-000000000003';
const whole = (): CommitmentForm => {
  const form = blankForm('es', FORUM);
  return {
    ...form,
    actor: ACTOR,
    provisions: [PROVISION],
    dueOn: '2027-06-30',
    words: {
      ...form.words,
      es: {
        title: ' Formar agentes ',
        deliverable: 'Cuatro agentes',
        verification: 'Certificados',
      },
    },
  };
};

describe('the form of a commitment', () => {
  it('says what keeps it an aspiration, part by part', () => {
    expect(missingIn(blankForm('es', FORUM))).toEqual([
      ...['actor', 'deliverable', 'due-date', 'verification'],
    ]);
    expect(missingIn(whole())).toEqual([]);
    expect(missingIn({ ...whole(), dueOn: '' })).toEqual(['due-date']);
  });

  it('judges the original language, not a translation', () => {
    const form = whole();
    const moved = { ...form, language: 'en' as const };
    expect(missingIn(moved)).toEqual(['deliverable', 'verification']);
  });

  it('makes requests that the contract accepts, blanks as null and blank languages left out', () => {
    const request = recordOf({ ...whole(), dueOn: '' });
    expect(recordCommitmentRequest.safeParse(request).success).toBe(true);
    expect(request).toMatchObject({
      dueOn: null,
      translations: [],
      text: { title: 'Formar agentes' },
    });
    expect(changeCommitmentRequest.safeParse(changeOf(whole())).success).toBe(true);
  });
});
