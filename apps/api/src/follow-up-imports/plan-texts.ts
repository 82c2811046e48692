import { randomUUID } from 'node:crypto';
import {
  newInstrument,
  newProvision,
  type NewInstrument,
  type NewProvision,
} from '@enlace/contract';
import type { ImportFacts } from './import-facts.js';
import { codeOf, recordOf, valuesOf, type FieldColumns, type RowPlace } from './row-values.js';
import type { SheetFaults } from './sheet-faults.js';
import type { SheetRow } from './sheet.js';

/** An instrument that the file makes. */
export interface PlannedInstrument {
  readonly id: string;
  readonly input: NewInstrument;
}

/** A provision that the file makes. */
export interface PlannedProvision {
  readonly id: string;
  readonly instrumentId: string;
  readonly position: number;
  readonly input: NewProvision;
  readonly repeats: string[];
}

/** A text that rows may name: of the file or of before; null where its own row is faulty. */
export interface NamedInstrument {
  readonly id: string;
  readonly state: string;
  readonly followed: boolean;
  readonly adoptedOn: string | null;
}

const TITLES: FieldColumns = [
  ['/titles/es', 'titleEs'],
  ['/titles/en', 'titleEn'],
  ['/titles/pt', 'titlePt'],
  ['/titles/fr', 'titleFr'],
];

const INSTRUMENT_COLUMNS: FieldColumns = [
  ['/symbol', 'symbol'],
  ['/kind', 'kind'],
  ...TITLES,
  ['/language', 'language'],
  ['/adoptedOn', 'adoptedOn'],
  ['/place', 'place'],
];

const PROVISION_COLUMNS: FieldColumns = [
  ['/number', 'number'],
  ...TITLES,
  ['/language', 'language'],
  ['/texts/es', 'textEs'],
  ['/texts/en', 'textEn'],
  ['/texts/pt', 'textPt'],
  ['/texts/fr', 'textFr'],
  ['/themes', 'themes'],
];

const ORIGINALS = { es: 'textEs', en: 'textEn', pt: 'textPt', fr: 'textFr' } as const;

const titlesOf = ({ cells }: SheetRow) => ({
  es: cells.titleEs,
  en: cells.titleEn,
  pt: cells.titlePt,
  fr: cells.titleFr,
});

/** Plans agreements and their provisions, and remembers them for the rows that name them. */
export class TextPlan {
  readonly instruments: PlannedInstrument[] = [];
  readonly provisions: PlannedProvision[] = [];
  /** By symbol; what a faulty row means to make is there too, so that nothing is said of it twice. */
  private readonly named = new Map<string, NamedInstrument>();
  private readonly made = new Set<string>();
  private readonly ids = new Map<string, string>();
  private readonly owners = new Map<string, NamedInstrument>();
  private readonly positions = new Map<string, number>();
  /** Provisions of the file by their names, those with faults too. */
  private readonly repeats: { readonly place: RowPlace; readonly provision: PlannedProvision }[] =
    [];

  constructor(
    private readonly facts: ImportFacts,
    private readonly faults: SheetFaults,
  ) {
    for (const [symbol, known] of facts.instruments) {
      const { id, state, adoptedOn, isFollowed, lastPosition } = known;
      this.named.set(symbol, { id, state, adoptedOn, followed: isFollowed });
      this.positions.set(id, lastPosition);
    }
    for (const [name, id] of facts.provisions) this.ids.set(name, id);
  }

  /** The id of a provision of the file or of before. */
  provisionId(name: string): string | undefined {
    return this.ids.get(name);
  }

  /** The agreements of provisions that the file makes, by the provisions' ids. */
  get fresh(): ReadonlyMap<string, NamedInstrument> {
    return this.owners;
  }

  addInstrument(place: RowPlace): void {
    const { cells } = place.row;
    const given = {
      ...{ symbol: cells.symbol, titles: titlesOf(place.row), place: cells.place ?? null },
      kind: codeOf('instrumentKind', cells.kind),
      language: codeOf('language', cells.language),
      adoptedOn: cells.adoptedOn ?? null,
    };
    const input = recordOf(place, newInstrument, given, INSTRUMENT_COLUMNS, this.faults);
    const symbol = cells.symbol ?? '';
    const before = this.faults.count;
    if (this.named.has(symbol)) this.fault(place, 'symbol', { rule: 'already-exists' });
    if (input?.adoptedOn && input.adoptedOn > this.facts.today) {
      const params = { limit: this.facts.today };
      this.fault(place, 'adoptedOn', { rule: 'too-large', params });
    }
    const id = randomUUID();
    if (!this.named.has(symbol)) {
      const adoptedOn = input?.adoptedOn ?? null;
      const state = adoptedOn === null && input !== null ? 'draft' : 'adopted';
      this.named.set(symbol, { id, state, adoptedOn, followed: true });
      this.made.add(symbol);
    }
    if (input && this.faults.count === before) this.instruments.push({ id, input });
  }

  addProvision(place: RowPlace): void {
    const { cells } = place.row;
    const given = {
      ...{ number: cells.number, titles: titlesOf(place.row) },
      language: codeOf('language', cells.language),
      texts: {
        ...{ es: cells.textEs ?? null, en: cells.textEn ?? null },
        ...{ pt: cells.textPt ?? null, fr: cells.textFr ?? null },
      },
      themes: [...new Set(valuesOf(cells.themes).map((one) => codeOf('provisionTheme', one)))],
    };
    const input = recordOf(place, newProvision, given, PROVISION_COLUMNS, this.faults);
    const before = this.faults.count;
    if (input?.texts[input.language] === null) {
      this.fault(place, ORIGINALS[input.language], { rule: 'original-missing' });
    }
    const instrument = this.instrumentOf(place);
    if (!instrument) return;
    const id = randomUUID();
    const name = `${cells.instrument ?? ''} ${cells.number ?? ''}`;
    if (!this.ids.has(name)) this.ids.set(name, id);
    this.owners.set(id, instrument);
    if (!input || this.faults.count > before) return;
    const position = (this.positions.get(instrument.id) ?? 0) + 1;
    this.positions.set(instrument.id, position);

    const provision = { id, instrumentId: instrument.id, position, input, repeats: [] };
    this.provisions.push(provision);
    this.repeats.push({ place, provision });
  }

  /** Once all provisions are known: those that others repeat. */
  addRepeats(): void {
    for (const { place, provision } of this.repeats) {
      const found = valuesOf(place.row.cells.repeats).map((name) => this.ids.get(name));
      const isKnown = found.every((id) => id !== undefined && id !== provision.id);
      if (!isKnown) this.fault(place, 'repeats', { rule: 'unknown-record' });
      else provision.repeats.push(...new Set(found.filter((id) => id !== undefined)));
    }
  }

  /** The agreement to which a row adds; null, with the reason named, where it may not. */
  private instrumentOf(place: RowPlace): NamedInstrument | null {
    const { instrument: symbol, number } = place.row.cells;
    if (symbol === undefined) return null;
    const instrument = this.named.get(symbol);
    if (!instrument) return this.fault(place, 'instrument', { rule: 'unknown-record' });
    if (number !== undefined && this.ids.has(`${symbol} ${number}`)) {
      return this.fault(place, 'number', { rule: 'already-exists' });
    }
    const known = this.facts.instruments.get(symbol);
    if (!known || this.made.has(symbol)) return instrument;
    if (!known.isOwn) return this.fault(place, 'instrument', { rule: 'instrument-of-another' });
    return known.state !== 'draft' && known.provisions > 0
      ? this.fault(place, 'instrument', { rule: 'instrument-is-adopted' })
      : instrument;
  }

  private fault(
    place: RowPlace,
    column: Parameters<SheetFaults['add']>[2],
    broken: Parameters<SheetFaults['add']>[3],
  ): null {
    this.faults.add(place.sheet, place.row, column, broken);
    return null;
  }
}
