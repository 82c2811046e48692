import { beforeAll, describe, expect, it } from '@jest/globals';
import { api, create, ids, owner, useCommitments } from '../commitments/commitments.harness.js';

useCommitments();

let report = '';
beforeAll(async () => {
  const { rows } = await owner.query<{ id: string }>(
    `select p.id from crossing_point p join state s on s.id = p.state_id where s.code = 'PAN' limit 1`,
  );
  const begun = await create('/api/v1/arrivals/reports', 'fp.pa', {
    ...{ crossingPoint: rows[0]?.id, period: '2026-03', unit: 'persons', observation: 'entry' },
    sourceKind: 'register',
  });
  report = String(begun.body['id']);
});

const preview = async (audience: object): Promise<unknown> => {
  const answer = await api.request(`/api/v1/arrivals/reports/${report}/shares/preview`, {
    ...{ as: 'nc.pa', method: 'POST' },
    body: {
      ...{ audience, detail: 'exact', purpose: 'A test', onward: 'none' },
      ...{ opensAt: null, endsOn: null, withheldFrom: [] },
    },
  });
  return { status: answer.status, errors: answer.body['errors'] };
};

describe('an audience that names somebody twice', () => {
  it.each([
    ['States', () => ({ kind: 'states', states: ['COL', 'COL'] }), '/audience/states/1'],
    [
      'roles',
      () => ({ kind: 'forum', forum: ids.forum, roles: ['member', 'member'] }),
      '/audience/roles/1',
    ],
    [
      'organizations',
      () => ({
        kind: 'organizations',
        organizations: ['unhcr', 'unhcr'].map((alias) => ids.organization(alias)),
      }),
      '/audience/organizations/1',
    ],
  ])('in %s is refused at the second place', async (_name, audience, pointer) => {
    expect(await preview(audience())).toMatchObject({
      ...{ status: 422, errors: [{ pointer, rule: 'already-exists' }] },
    });
  });
});
