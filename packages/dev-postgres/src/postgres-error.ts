/** Why the server did not start, for a caller that tells each case in its own words. */
export type PostgresFault = 'damaged' | 'disk-full' | 'other-version' | 'failed';

/** A server that could not be initialized or started. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';

  constructor(
    readonly fault: PostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Reads the fault out of what a PostgreSQL program wrote. */
export function faultOf(output: string): PostgresFault {
  if (/No space left on device|ENOSPC|Disk quota exceeded/i.test(output)) return 'disk-full';
  const damage =
    /could not (open|read|find|access).*(PG_VERSION|pg_control|postgresql\.conf|pg_wal|global|base)|invalid (checkpoint|primary checkpoint|magic|checksum)|could not locate a valid checkpoint|incompatible with server|incorrect checksum|not a (valid|database cluster) |missing .*directory|unrecognized configuration/i;
  return damage.test(output) ? 'damaged' : 'failed';
}

/** The line of a server's log that says why it failed, without its time and process number. */
export function reasonOf(output: string): string {
  const lines = output.trim().split('\n');
  const telling = lines.findLast((line) => /\b(PANIC|FATAL|ERROR|error):/.test(line));
  return (telling ?? lines.at(-1) ?? '').replace(/^.*?\b(PANIC|FATAL|ERROR|error):\s*/, '').trim();
}
