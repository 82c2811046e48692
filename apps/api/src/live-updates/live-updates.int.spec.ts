import { afterEach, describe, expect, it } from '@jest/globals';
import {
  api,
  change,
  COMMITMENTS,
  create,
  ids,
  owner,
  recorded,
  useCommitments,
} from '../commitments/commitments.harness.js';
import { published } from '../practices/practices.harness.js';

useCommitments();

const LIVE = '/api/v1/live-updates';
const open: Listener[] = [];

/** A reader of the stream, as a browser reads it. */
class Listener {
  readonly updates: unknown[] = [];
  readonly ended: Promise<void>;
  private readonly stop = new AbortController();
  private beat: () => void = () => undefined;
  readonly ready = new Promise<void>((resolve) => {
    this.beat = resolve;
  });

  constructor(account: string) {
    open.push(this);
    this.ended = this.read(account);
  }

  close(): void {
    this.stop.abort();
  }

  private async read(account: string): Promise<void> {
    const answer = await fetch(`${api.address}${LIVE}`, {
      headers: { authorization: `Bearer ${await api.identity.token(account)}` },
      signal: this.stop.signal,
    });
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) this.take(event);
    }
  }

  private take(event: string): void {
    if (event.includes('event: beat')) this.beat();
    const data = /^data: (.+)$/m.exec(event)?.[1];
    if (event.includes('event: update') && data) this.updates.push(JSON.parse(data));
  }
}

const listen = async (account: string): Promise<Listener> => {
  const listener = new Listener(account);
  listener.ended.catch(() => undefined);
  await listener.ready;
  return listener;
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (isTrue: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !isTrue(); tries += 1) await pause(50);
};

afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

describe('live updates', () => {
  const start = (id: string) =>
    change(`${COMMITMENTS}/${id}/acts`, 'sec.rcm', { id, body: { act: 'start' } });

  it('tell a change to those who see the record and to nobody else', async () => {
    const id = await recorded({ classification: 'restricted' });
    const [party, member, stranger] = [
      await listen('fp.pa'),
      await listen('fp.mx'),
      await listen('fp.br'),
    ];
    await pause(1200);
    for (const listener of open) listener.updates.length = 0;
    await start(id);
    await until(() => party.updates.length > 1 && member.updates.length > 0);
    await pause(700);
    expect(party.updates).toEqual([{ kind: 'commitment', id }, { kind: 'desk' }]);
    expect(member.updates).toEqual([{ kind: 'commitment', id }]);
    expect(stranger.updates).toEqual([]);
  });

  it('tell of a State’s answer, and of what the parties alone may know to them alone', async () => {
    const id = await recorded({ classification: 'public' });
    const [party, reader] = [await listen('fp.pa'), await listen('fp.mx')];
    await pause(1200);
    for (const listener of open) listener.updates.length = 0;
    await owner.query(
      `insert into commitment_event (commitment_id, kind, organization_id, parties_only)
       select id, 'report-submitted', organization_id, true from commitment where id = $1`,
      [id],
    );
    await until(() => party.updates.length > 1);
    expect(party.updates).toEqual([{ kind: 'commitment', id }, { kind: 'desk' }]);
    const provision = ids.provision('B1');
    await api.request(`/api/v1/provisions/${provision}/response`, {
      ...{ as: 'nc.pa', method: 'PUT' },
      body: { position: 'noted', language: 'es', body: 'Tomamos nota de ella.' },
    });
    await until(() => reader.updates.length > 0);
    expect(reader.updates).toEqual([{ kind: 'provision', id: provision }]);
  });

  it('tell of a practice to its readers, and of what is not confirmed to those concerned alone', async () => {
    const id = await published();
    const [own, adopter, reader] = [
      await listen('editor.ngo'),
      await listen('fp.hn'),
      await listen('fp.mx'),
    ];
    const quiet = async (): Promise<void> => {
      await pause(1200);
      for (const listener of open) listener.updates.length = 0;
    };
    await quiet();
    const declared = await create(`/api/v1/practices/${id}/adoptions`, 'editor.ngo', {
      ...{ adopter: ids.organization('hn-inm'), language: 'es', adaptation: 'Turnos de noche' },
      ...{ startedOn: '2025-03-01', contact: '', use: 'trial' },
    });
    expect(declared.status).toBe(201);
    await until(() => own.updates.length > 0 && adopter.updates.length > 0);
    await pause(700);
    expect([own.updates, adopter.updates, reader.updates]).toEqual([
      [{ kind: 'desk' }],
      [{ kind: 'desk' }],
      [],
    ]);
    await quiet();
    await create(`/api/v1/practices/${id}/questions`, 'fp.mx', {
      ...{ language: 'es', body: '¿Quién paga los turnos de noche?' },
    });
    await until(() => own.updates.length > 1 && reader.updates.length > 0);
    await pause(700);
    expect(own.updates).toEqual([{ kind: 'practice', id }, { kind: 'desk' }]);
    expect(reader.updates).toEqual([{ kind: 'practice', id }]);
  });

  it('end for somebody whose membership ended, at the next change', async () => {
    const id = await recorded({ classification: 'public' });
    const listener = await listen('fp.hn');
    let ended = false;
    void listener.ended.then(() => {
      ended = true;
    });
    await owner.query(
      `update membership set valid_to = now() where person_id = (select id from person where username = 'fp.hn')`,
    );
    await pause(1200);
    listener.updates.length = 0;
    await start(id);
    await until(() => ended);
    expect([ended, listener.updates]).toEqual([true, []]);
  });

  it('are refused without sign-in', async () => {
    expect((await api.request(LIVE)).status).toBe(401);
  });
});
