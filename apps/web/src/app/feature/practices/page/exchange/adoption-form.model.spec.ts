import { describe, expect, it } from '@jest/globals';
import { fieldsOf, isReady } from './adoption-form.model';

const TODAY = '2026-11-25';
const fields = { ...fieldsOf(null, 'pa', TODAY), adaptation: 'Night shift added' };

describe('What an adoption needs', () => {
  it('is an adopter, a first day that is not still to come, and what was changed', () => {
    expect(isReady('adopt', fields, TODAY)).toBe(true);
    expect(isReady('declare', { ...fields, adopter: '' }, TODAY)).toBe(false);
    expect(isReady('adopt', { ...fields, startedOn: '2026-11-26' }, TODAY)).toBe(false);
    expect(isReady('change', { ...fields, startedOn: '' }, TODAY)).toBe(false);
    expect(isReady('adopt', { ...fields, adaptation: ' - ' }, TODAY)).toBe(false);
  });

  it('is, of its result, what came of it and why', () => {
    const told = { ...fields, result: 'did-not-work' as const, why: 'Nobody answered at night.' };
    expect(isReady('report-result', told, TODAY)).toBe(true);
    expect(isReady('report-result', { ...told, result: null }, TODAY)).toBe(false);
    expect(isReady('report-result', { ...told, why: 'No.' }, TODAY)).toBe(false);
  });
});
