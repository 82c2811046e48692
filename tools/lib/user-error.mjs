/** A failure that one sentence explains: printed without a stack. */
export class UserError extends Error {}

/** Turns what went wrong in the data folder into a sentence, where it can. */
export function explain(error, folder) {
  const text = `${error?.message ?? error}`;
  if (error?.fault === 'disk-full' || error?.code === 'ENOSPC' || /No space left/i.test(text)) {
    return new UserError(`The disk is full: free some space where ${folder} lies and start again.`);
  }
  if (error?.fault === 'damaged') {
    return new UserError(
      `The data folder ${folder} is damaged (${text.split('\n').at(-1)}): restore it from a copy, ` +
        'or start with --reset to begin anew, which deletes all data in it.',
    );
  }
  if (error?.fault === 'other-version') {
    return new UserError(
      `The data folder ${folder} was made by PostgreSQL ${text}: choose another --data folder, ` +
        'or start with --reset to begin anew, which deletes all data in it.',
    );
  }
  if (error?.fault === 'failed') {
    return new UserError(`PostgreSQL did not start on ${folder}: ${text.split('\n').at(-1)}.`);
  }
  if (error?.code === 'ENOTDIR' || error?.code === 'EEXIST') {
    return new UserError(`${folder} cannot be a data folder: a file is in its place or above it.`);
  }
  if (['EACCES', 'EROFS', 'EPERM'].includes(error?.code)) {
    return new UserError(`The data folder ${folder} cannot be written: ${text}.`);
  }
  return error;
}
