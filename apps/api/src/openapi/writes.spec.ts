import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

interface Operation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
}

/** Writes that ask neither an `Idempotency-Key` nor an `If-Match`, and why. */
const NEITHER: Readonly<Record<string, string>> = {
  'POST /api/v1/arrivals/reports/{id}/checks': 'checks and writes nothing',
  'POST /api/v1/arrivals/imports/dry-run': 'checks and writes nothing',
  'POST /api/v1/forums/{alias}/imports/dry-run': 'checks and writes nothing',
  'POST /api/v1/arrivals/reports/{id}/shares/preview':
    'tells whom a share would reach and writes nothing',
  'POST /api/v1/arrivals/clearances': 'names the version of each report in its body',
  'POST /api/v1/arrivals/imports/{id}/cancellation':
    'stops what runs, of which there is one version; again changes nothing',
  'POST /api/v1/session/back-channel-logout': 'is sent once; a session that is over stays over',
  'PUT /api/v1/commitments/{id}/rating':
    'may be the first: takes If-Match where there is a draft, 428 without it',
  'PUT /api/v1/provisions/{id}/response':
    'may be the first: takes If-Match where the State has answered, 428 without it',
};

const { paths } = JSON.parse(
  readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'),
) as { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Every write of the document and which of the two headers it cannot do without. */
const writes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => ['post', 'put', 'patch', 'delete'].includes(method))
    .map(([method, { parameters = [] }]) => ({
      route: `${method.toUpperCase()} ${path}`,
      asked: ['Idempotency-Key', 'If-Match'].filter((header) =>
        parameters.some((one) => one.in === 'header' && one.name === header && one.required),
      ),
    })),
);

it('every write asks for the version it changes or for a key to be made once, or says why not', () => {
  expect(writes.length).toBeGreaterThan(50);
  const neither = writes.filter(({ asked }) => asked.length === 0).map(({ route }) => route);
  expect(neither.sort()).toEqual(Object.keys(NEITHER).sort());
});

it('what replaces or deletes asks for the version', () => {
  const blind = writes.filter(
    ({ route, asked }) => /^(?:PUT|PATCH|DELETE) /.test(route) && !asked.includes('If-Match'),
  );
  expect(blind.map(({ route }) => route).filter((route) => !(route in NEITHER))).toEqual([]);
});
