import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi, type TestAnswer } from '../app.harness.js';
import {
  api,
  commitment,
  COMMITMENTS,
  owner,
  useCommitments,
} from '../commitments/commitments.harness.js';

useCommitments();

const WEAK = { acr: 'password', amr: ['pwd'] };

/** The secretariat records a commitment with a token that says this of its sign-in. */
async function record(claims: object, at: TestApi = api): Promise<TestAnswer> {
  const token = await at.identity.token('sec.rcm', { overrides: { claims: { ...claims } } });
  return at.request(COMMITMENTS, {
    ...{ method: 'POST', body: commitment() },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
  });
}

const count = async (): Promise<number> =>
  Number((await owner.query<{ n: string }>('select count(*) as n from commitment')).rows[0]?.n);

describe('an act that asks for a code', () => {
  it.each([
    ['a password', WEAK],
    ['an unknown method', { acr: 'password', amr: ['pwd', 'hwk'] }],
    ['a list as level', { acr: ['otp'], amr: ['pwd'] }],
    ['a level by another name', { acr: 'OTP', amr: ['pwd'] }],
    ['a method that is no list', { acr: 'password', amr: 'otp' }],
    ['nothing said', { acr: null, amr: undefined }],
  ])('is refused after %s, and changes nothing', async (_name, claims) => {
    const before = await count();
    const answer = await record(claims);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ type: '/problems/stronger-sign-in-required' });
    expect(await count()).toBe(before);
  });

  it.each([
    ['by level', { acr: 'otp', amr: undefined }],
    ['by method', { acr: 'password', amr: ['pwd', 'otp'] }],
  ])('is done once the code was shown, %s', async (_name, claims) => {
    expect((await record(claims)).status).toBe(201);
  });

  it('is offered all the same, and refused to others as to anybody', async () => {
    const token = await api.identity.token('sec.rcm', { overrides: { claims: WEAK } });
    const headers = { authorization: `Bearer ${token}` };
    const { body } = await api.request('/api/v1/session', { headers });
    expect(JSON.stringify(body)).toContain('commitments.record');
    const press = await api.identity.token('press', { overrides: { claims: WEAK } });
    const refused = await api.request(COMMITMENTS, {
      ...{ method: 'POST', body: commitment() },
      headers: { authorization: `Bearer ${press}`, 'idempotency-key': randomUUID() },
    });
    expect(refused.body).toMatchObject({ type: '/problems/not-permitted' });
  });
});

describe('an installation without codes', () => {
  it('asks nobody for one', async () => {
    process.env['ENLACE_STRONG_SIGN_IN'] = 'false';
    const demo = await startTestApi();
    try {
      // Its identifiers are another database's: what is refused is the body, not the sign-in.
      expect((await record(WEAK, demo)).status).not.toBe(403);
    } finally {
      await demo.close();
      delete process.env['ENLACE_STRONG_SIGN_IN'];
    }
  }, 60_000);
});
