/** What a server's answer means, by the code and command that are kept of it. */
export type MailFailure = 'address' | 'message' | 'later';

/** A final "no" to the address or to the message; all else may end well at another attempt. */
export const answerKey = (failure: string): MailFailure => {
  if (/^5\d\d RCPT TO$/.test(failure)) return 'address';
  return /^5\d\d DATA$/.test(failure) ? 'message' : 'later';
};
