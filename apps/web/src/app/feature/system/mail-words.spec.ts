import { describe, expect, it } from '@jest/globals';
import { answerKey } from './mail-words';

describe('What a mail server answered', () => {
  it('is a "no" to the address or the message where it is final, else a "not now"', () => {
    expect(
      ['550 RCPT TO', '554 DATA', '451 RCPT TO', '535 AUTH', 'ECONNECTION CONN', 'unknown'].map(
        answerKey,
      ),
    ).toEqual(['address', 'message', 'later', 'later', 'later', 'later']);
  });
});
