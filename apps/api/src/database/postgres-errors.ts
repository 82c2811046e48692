import { QueryRunnerAlreadyReleasedError } from 'typeorm';

/** SQLSTATE of an error from PostgreSQL; null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Name of the constraint an error from PostgreSQL speaks of; null for any other error. */
export function constraintOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('constraint' in error)) return null;
  return typeof error.constraint === 'string' ? error.constraint : null;
}

const UNREACHABLE = /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOST|08|57P|53300|57014)/;

const LOST = /connection terminated|connection error and is not queryable|timeout exceeded/i;

/** Whether the database could not be reached, or had no room or time for the statement. */
export function isUnreachable(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code) return UNREACHABLE.test(code);
  // TypeORM lets go of a runner whose connection is lost while somebody still works with it.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  // pg and its pool tell a lost connection and a full pool by text alone.
  return error instanceof Error && LOST.test(error.message);
}

/** Whether the same transaction may well succeed when it is run again (serialization, deadlock). */
export const isRepeatable = (error: unknown): boolean =>
  ['40001', '40P01'].includes(sqlStateOf(error) ?? '');
