import { describe, expect, it } from '@jest/globals';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isUnreachable } from './postgres-errors.js';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe('a database that is away', () => {
  it.each<[string, unknown]>([
    // Seen when its first process is killed under load.
    [
      'a statement after the loss',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['a statement during it', new Error('Connection terminated unexpectedly')],
    ['a runner whose connection is lost', new QueryRunnerAlreadyReleasedError()],
    ['a session that is ended', coded('57P01')],
    ['a server that starts', coded('57P03')],
    ['a line that breaks', coded('ECONNRESET')],
    ['a pool without room', new Error('timeout exceeded when trying to connect')],
  ])('is known by %s', (_name, error) => {
    expect(isUnreachable(error)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a row that is there already', coded('23505')],
    ['a fault of ours', new TypeError('undefined is not a function')],
    ['no error at all', 'ECONNRESET'],
  ])('is not %s', (_name, error) => {
    expect(isUnreachable(error)).toBe(false);
  });
});
