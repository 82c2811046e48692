import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How often each operation answered with which status. */
export type Calls = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What made-up input got, from the log that the hooks write. */
export async function callsIn(folder: string): Promise<Calls> {
  const calls = new Map<string, Map<number, number>>();
  const lines = (await readFile(join(folder, 'calls.log'), 'utf8')).split('\n').filter(Boolean);
  for (const line of lines) {
    const [operation, status] = JSON.parse(line) as [string, number];
    const statuses = calls.get(operation) ?? new Map<number, number>();
    calls.set(operation, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  }
  return calls;
}

const succeeded = (statuses: ReadonlyMap<number, number> = new Map()): boolean =>
  [...statuses.keys()].some((status) => status >= 200 && status < 300);

/**
 * Prints for each operation by which way it was brought to answer with success, and what made-up input
 * got; answers the operations that neither way brought there.
 */
export function printCalls(
  operations: readonly string[],
  reached: ReadonlyMap<string, number>,
  calls: Calls,
): readonly string[] {
  const never: string[] = [];
  let byInput = 0;
  for (const operation of operations.toSorted()) {
    const statuses = calls.get(operation);
    const ways = [
      ...(reached.has(operation) ? ['journey'] : []),
      ...(succeeded(statuses) ? ['made-up input'] : []),
    ];
    if (succeeded(statuses)) byInput += 1;
    if (ways.length === 0) never.push(operation);
    const told = [...(statuses ?? [])]
      .sort(([one], [other]) => one - other)
      .map(([status, times]) => `${status} x ${times}`);
    console.log(`${operation}: ${ways.join(' and ') || 'NEVER'}; ${told.join(', ')}`);
  }
  console.log(
    `${operations.length} operations: ${reached.size} succeeded on a journey, ${byInput} with made-up input, ${never.length} never`,
  );
  return never;
}
