import { describe, expect, it } from '@jest/globals';
import { updatesIn } from './event-parts';

const id = '6c0f9f0e-5a55-4b6f-9a57-3f4f2b7f0c11';
const beat = 'event: beat\nid: 1\ndata: \n\n';
const update = `event: update\nid: 2\ndata: {"kind":"commitment","id":"${id}"}\n\n`;

describe('updatesIn', () => {
  it('reads whole events once, whatever pieces they come in', () => {
    const whole = beat + update;
    expect(updatesIn(whole.slice(0, -1), 0)).toEqual({ updates: [], next: beat.length });
    expect(updatesIn(whole, beat.length)).toEqual({
      updates: [{ kind: 'commitment', id }],
      next: whole.length,
    });
    expect(updatesIn(whole, whole.length)).toEqual({ updates: [], next: whole.length });
  });
});
