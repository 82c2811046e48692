import { describe, expect, it } from '@jest/globals';
import { keptAnswer } from './kept-answer';

const before = { asked: 'F', value: 38 };

describe('an answer that is shown while it is read again', () => {
  it('is the new one as soon as it is there', () => {
    expect(keptAnswer({ asked: 'F', value: 35, failed: false }, before)).toEqual({
      ...{ asked: 'F', value: 35 },
    });
  });

  it('is the old one while another is read, whatever was asked', () => {
    for (const asked of ['F', 'G', undefined]) {
      expect(keptAnswer({ asked, value: undefined, failed: false }, before)).toBe(before);
    }
    expect(keptAnswer({ asked: 'F', value: undefined, failed: false }, null)).toBeNull();
  });

  it('stays beside a failure to read it again, and is none to another question', () => {
    expect(keptAnswer({ asked: 'F', value: undefined, failed: true }, before)).toBe(before);
    expect(keptAnswer({ asked: 'G', value: undefined, failed: true }, before)).toBeNull();
  });
});
