import type { DemoSeeds } from '@enlace/contract/seeds';
import type { Transaction } from '../database/index.js';
import { insertRows, lookUp } from './insert-rows.js';
import { idsBy } from './load-participants.js';

type Instruments = DemoSeeds['instruments']['instruments'];

async function insertProvisions(tx: Transaction, instruments: Instruments): Promise<void> {
  const provisions = instruments.flatMap((instrument) =>
    instrument.provisions.map((provision, index) => ({ instrument, provision, index })),
  );
  await insertRows(
    tx,
    'provision',
    ['id', 'instrument_id', 'number', 'position', 'titles', 'themes'],
    provisions.map(({ instrument, provision: { id, number, titles, themes }, index }) => ({
      ...{ id, instrument_id: instrument.id, number, position: index + 1, titles, themes },
    })),
  );
  await insertRows(
    tx,
    'provision_text',
    ['provision_id', 'language', 'body', 'status'],
    provisions.flatMap(({ provision: { id, texts } }) =>
      texts.map((text) => ({ provision_id: id, ...text })),
    ),
  );
}

async function insertLinks(tx: Transaction, instruments: Instruments): Promise<void> {
  const rows = await tx.rows<{ name: string; id: string }>(
    `select i.symbol || ' ' || p.number as name, p.id
     from provision p join instrument i on i.id = p.instrument_id`,
  );
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  await insertRows(
    tx,
    'provision_link',
    ['from_id', 'to_id', 'kind'],
    instruments.flatMap(({ provisions }) =>
      provisions.flatMap(({ id, links }) =>
        links.map(({ kind, symbol, number }) => ({
          ...{ from_id: id, to_id: lookUp(ids, `${symbol} ${number}`, 'provision'), kind },
        })),
      ),
    ),
  );
}

/** Loads the sample instruments of the forums with the lineage of their provisions. */
export async function loadInstruments(
  tx: Transaction,
  { instruments: { instruments } }: DemoSeeds,
): Promise<void> {
  const organizations = await idsBy(tx, 'organization', 'alias');
  const forums = await idsBy(tx, 'forum', 'alias');
  await insertRows(
    tx,
    'instrument',
    [
      ...['id', 'organization_id', 'kind', 'symbol', 'titles', 'adopted_on', 'place'],
      ...['languages', 'state'],
    ],
    instruments.map((instrument) => ({
      ...instrument,
      organization_id: lookUp(organizations, instrument.organization, 'organization'),
      adopted_on: instrument.adoptedOn,
    })),
  );
  await insertRows(
    tx,
    'instrument_forum',
    ['instrument_id', 'forum_id'],
    instruments.flatMap(({ id, forums: aliases }) =>
      aliases.map((alias) => ({
        instrument_id: id,
        forum_id: lookUp(forums, alias, 'forum'),
      })),
    ),
  );
  await insertProvisions(tx, instruments);
  await insertLinks(tx, instruments);
}
