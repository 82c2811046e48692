import { describe, expect, it } from '@jest/globals';
import { gradeGap, needsReply, ratingVoice } from './ratings.js';

describe('ratings', () => {
  it.each([
    [{ kind: 'state', isActor: true, isSecretariat: false }, 'state'],
    [{ kind: 'state', isActor: false, isSecretariat: false }, null],
    [{ kind: 'agency', isActor: true, isSecretariat: false }, null],
    [{ kind: 'forum-secretariat', isActor: false, isSecretariat: true }, 'secretariat'],
    [{ kind: 'forum-secretariat', isActor: false, isSecretariat: false }, null],
    [{ kind: 'civil-society', isActor: false, isSecretariat: false }, 'civil-society'],
    [{ kind: 'human-rights-institution', isActor: false, isSecretariat: false }, 'civil-society'],
    // What has to do it rates it with no outside voice.
    [{ kind: 'human-rights-institution', isActor: true, isSecretariat: false }, null],
  ] as const)('give %j the voice %s', (facts, voice) => {
    expect(ratingVoice(facts)).toBe(voice);
  });

  it('wait for a reply below the State’s own, and only there', () => {
    expect(needsReply('civil-society', 'started', 'substantial')).toBe(true);
    expect(needsReply('secretariat', 'none', 'started')).toBe(true);
    expect(needsReply('civil-society', 'substantial', 'substantial')).toBe(false);
    expect(needsReply('civil-society', 'none', null)).toBe(false);
    expect(needsReply('state', 'none', 'complete')).toBe(false);
  });

  it('lie apart by steps', () => {
    expect(gradeGap(['complete', 'started', 'substantial'])).toBe(2);
    expect(gradeGap(['none'])).toBe(0);
    expect(gradeGap([])).toBe(0);
  });
});
