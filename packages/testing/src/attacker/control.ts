import { Attacker, type Statement } from './bounds.js';
import type { Cube } from './cubes.js';

/** What the control's attacker got back. */
export interface ControlResult {
  readonly hidden: number;
  readonly recovered: number;
}

const HIDDEN_BELOW = 5;

/** The tables that such a publication prints: by each attribute, and by each two of them. */
const totalsOf = (nationality: string, sex: string, ageBand: string): string[] => [
  ...['all', nationality, sex, ageBand],
  ...[`${sex}|${ageBand}`, `${nationality}|${sex}`, `${nationality}|${ageBand}`],
];

/** "Hide under 5 beside exact totals": the cube with small cells blank, and all its margins exact. */
function published(cube: Cube): { statements: Statement[]; hidden: string[] } {
  const statements: Statement[] = [];
  const margins = new Map<string, { names: string[]; sum: number }>();
  const hidden: string[] = [];
  for (const { nationality, sex, ageBand, value } of cube.cells) {
    const name = `${nationality}|${sex}|${ageBand}`;
    const isHidden = value > 0 && value < HIDDEN_BELOW;
    if (isHidden) hidden.push(name);
    const [low, high] = isHidden ? [1, HIDDEN_BELOW - 1] : [value, value];
    statements.push({ terms: new Map([[name, 1]]), low, high });
    for (const key of totalsOf(nationality, sex, ageBand)) {
      const margin = margins.get(key) ?? { names: [], sum: 0 };
      margins.set(key, { names: [...margin.names, name], sum: margin.sum + value });
    }
  }
  for (const { names, sum } of margins.values()) {
    statements.push({ terms: new Map(names.map((name) => [name, 1])), low: sum, high: sum });
  }
  return { statements, hidden };
}

/** How many of the hidden cells the same attacker works out exactly when small cells are hidden beside exact totals. */
export async function attackControl(cubes: readonly Cube[]): Promise<ControlResult> {
  let hidden = 0;
  let recovered = 0;
  for (const cube of cubes) {
    const publication = published(cube);
    hidden += publication.hidden.length;
    const attacker = new Attacker(publication.statements);
    for (const name of publication.hidden) {
      const { low, high } = await attacker.boundsOf(name);
      if (low === high) recovered += 1;
    }
  }
  return { hidden, recovered };
}
