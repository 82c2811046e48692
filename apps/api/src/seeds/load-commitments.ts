import type { DemoSeeds } from '@enlace/contract/seeds';
import { addMonths, type CalendarDate } from '@enlace/domain';
import type { Transaction } from '../database/index.js';
import { tellEvents } from './commitment-events.js';
import { addCommitment, type Placing } from './commitment-rows.js';
import { CommitmentSheets } from './commitment-sheets.js';
import { insertRows, lookUp } from './insert-rows.js';
import { loadInstruments } from './load-instruments.js';
import { idsBy } from './load-participants.js';
import { stateIds } from './load-reference.js';
import { asDefiner } from './load-shares.js';
import { addProgress } from './progress-rows.js';
import { addRatings } from './rating-rows.js';
import { sampleCommitments, writerOf, type SampleCommitment } from './sample-commitments.js';

type Place = (sample: SampleCommitment) => Placing;

/** Ids of the recommendations by their number. */
export async function provisionIds(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ number: string; id: string }>(
    `select p.number, p.id from provision p join instrument i on i.id = p.instrument_id
     where i.symbol = 'SJ-2009'`,
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** Where commitments of each forum hang: its id, its secretariat and ids by the seeds' names. */
async function openPlaces(tx: Transaction, demo: DemoSeeds): Promise<Place> {
  const [provisions, states] = [await provisionIds(tx), await stateIds(tx)];
  const organizations = await idsBy(tx, 'organization', 'alias');
  const forums = await tx.rows<{
    alias: string;
    id: string;
    secretariat: string;
    secretariatId: string;
  }>(
    `select f.alias, f.id, o.alias as secretariat, o.id as "secretariatId" from forum f
     join forum_member m on m.forum_id = f.id and m.role = 'secretariat'
     join organization o on o.id = m.organization_id`,
  );
  const byForum = new Map(forums.map((forum) => [forum.alias, forum]));
  return ({ seed, state }) => {
    const forum = lookUp(byForum, seed.forum, 'forum with a secretariat');
    const secretariat = { id: forum.secretariatId, alias: forum.secretariat };
    return {
      ...{ demo, forumId: forum.id, stateId: lookUp(states, state, 'State') },
      secretariat: writerOf(demo, secretariat, 'secretariat-officer'),
      provision: (number) => lookUp(provisions, number, 'provision'),
      organization: (alias) => lookUp(organizations, alias, 'organization'),
    };
  };
}

async function holidaysByState(
  tx: Transaction,
): Promise<ReadonlyMap<string, ReadonlySet<CalendarDate>>> {
  const rows = await tx.rows<{ code: string; days: CalendarDate[] }>(
    `select s.code, array_agg(to_char(h.on_date, 'YYYY-MM-DD')) as days
     from holiday h join state s on s.id = h.state_id where h.struck_at is null group by s.code`,
  );
  return new Map(rows.map(({ code, days }) => [code, new Set(days)]));
}

async function insertResponses(tx: Transaction, demo: DemoSeeds, now: Date): Promise<void> {
  const { texts, responses } = demo['state-responses'];
  const { notice } = demo.commitments;
  const [provisions, states] = [await provisionIds(tx), await stateIds(tx)];
  const authorities = new Map(
    demo.organizations.organizations.toReversed().map((one) => [one.state ?? '', one]),
  );
  const today = now.toISOString().slice(0, 10);
  await insertRows(
    tx,
    'state_response',
    ['provision_id', 'state_id', 'version', 'position', 'language', 'body', 'answered_on'],
    responses.map(({ state, provision, position, text, answeredMonths }) => {
      const { language } = writerOf(demo, lookUp(authorities, state, 'State with an authority'));
      const said = texts[position][text];
      if (!said) throw new Error(`The seeds have no answer ${position} ${text}`);
      return {
        ...{ provision_id: lookUp(provisions, provision, 'provision'), position, language },
        ...{
          state_id: lookUp(states, state, 'State'),
          body: `${said[language]} ${notice[language]}`,
        },
        version: 1,
        answered_on: addMonths(today, answeredMonths),
      };
    }),
  );
}

/**
 * Makes the sample commitments with their reports, ratings and timelines, the forums' own texts and what
 * States answered,
 * only where no commitment exists at all; returns their number. Each says that it is a sample.
 */
export async function loadCommitments(tx: Transaction, demo: DemoSeeds): Promise<number> {
  const { empty } = await tx.one<{ empty: boolean }>(
    'select not exists (select 1 from commitment) as empty',
  );
  if (!empty) return 0;
  await loadInstruments(tx, demo);
  const now = await tx.now();
  const [place, holidays] = [await openPlaces(tx, demo), await holidaysByState(tx)];
  const sheets = new CommitmentSheets();
  const samples = sampleCommitments(demo, now);
  for (const sample of samples) {
    const placing = place(sample);
    const { events, ...ids } = addCommitment(sheets, sample, placing);
    tellEvents(sheets, sample.seed.id, [
      ...events,
      ...addProgress(sheets, sample, placing, ids),
      ...addRatings(sheets, sample, placing, holidays.get(sample.state) ?? new Set()),
    ]);
  }
  const inserted = await sheets.insert(tx);
  const superseded = samples.flatMap(({ seed }) =>
    seed.supersededBy === null ? [] : [{ id: seed.id, by: seed.supersededBy }],
  );
  await tx.rows(
    `update commitment c set superseded_by = x.by
     from jsonb_to_recordset($1) as x (id uuid, by uuid) where c.id = x.id`,
    [JSON.stringify(superseded)],
  );
  await insertResponses(tx, demo, now);
  await asDefiner(tx, async () => {
    const ids = samples.map(({ seed }) => seed.id);
    await tx.rows('select refresh_commitment_audience(id) from unnest($1::uuid[]) as id', [ids]);
  });
  return inserted;
}
