/** An answer, and the question that it was given to. */
export interface Kept<T> {
  readonly asked: string;
  readonly value: T;
}

/** Where the reading of an answer stands. */
export interface Reading<T> {
  readonly asked: string | undefined;
  readonly value: T | undefined;
  readonly failed: boolean;
}

/**
 * What to show while an answer is read: the old one stays until a new one comes. Where reading fails, it
 * stays beside the failure if it answers the same question, and is no answer to another.
 */
export const keptAnswer = <T>(
  { asked, value, failed }: Reading<T>,
  before: Kept<T> | null,
): Kept<T> | null => {
  if (asked !== undefined && value !== undefined) return { asked, value };
  return failed && before?.asked !== asked ? null : before;
};
