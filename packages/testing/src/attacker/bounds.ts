import highs, { type Highs } from 'highs';

// The package's types describe its CommonJS build; its ES module exports the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

/** One thing somebody was told: the weighted sum of unknown whole numbers lies between two bounds. */
export interface Statement {
  readonly terms: ReadonlyMap<string, number>;
  readonly low: number;
  readonly high: number;
}

/** What remains possible for one unknown. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const NO_LIMIT = 1e7;
let solver: Promise<Highs> | null = null;

const UNBOUNDED: Bounds = { low: 0, high: NO_LIMIT };

/** Whether the statement says nothing that the bounds of its own unknowns do not say already. */
function isImplied({ terms, low, high }: Statement, bounds: ReadonlyMap<string, Bounds>): boolean {
  let least = 0;
  let most = 0;
  for (const [name, weight] of terms) {
    const own = bounds.get(name) ?? UNBOUNDED;
    least += weight * (weight > 0 ? own.low : own.high);
    most += weight * (weight > 0 ? own.high : own.low);
  }
  return least >= low && most <= high;
}

/** Statements that share unknowns, directly or through others, with the target's. */
function connected(statements: readonly Statement[], target: string): Statement[] {
  const names = new Set([target]);
  let rest = [...statements];
  const kept: Statement[] = [];
  for (;;) {
    const touching = rest.filter(({ terms }) => [...terms.keys()].some((name) => names.has(name)));
    if (touching.length === 0) return kept;
    rest = rest.filter((statement) => !touching.includes(statement));
    kept.push(...touching);
    for (const { terms } of touching) for (const name of terms.keys()) names.add(name);
  }
}

const expression = (terms: ReadonlyMap<string, number>, ids: ReadonlyMap<string, string>): string =>
  [...terms]
    .map(([name, weight]) => `${weight < 0 ? '-' : '+'} ${Math.abs(weight)} ${ids.get(name) ?? ''}`)
    .join(' ');

function program(
  statements: readonly Statement[],
  bounds: ReadonlyMap<string, Bounds>,
  target: string,
): (sense: 'Minimize' | 'Maximize') => string {
  const names = new Set([target, ...statements.flatMap(({ terms }) => [...terms.keys()])]);
  const ids = new Map([...names].map((name, at) => [name, `x${at}`]));
  const rows = statements.flatMap(({ terms, low, high }, at) => [
    ...(low > -NO_LIMIT ? [` l${at}: ${expression(terms, ids)} >= ${low}`] : []),
    ...(high < NO_LIMIT ? [` h${at}: ${expression(terms, ids)} <= ${high}`] : []),
  ]);
  const limits = [...ids].map(([name, id]) => {
    const own = bounds.get(name) ?? UNBOUNDED;
    return ` ${own.low} <= ${id} <= ${own.high}`;
  });
  const general = [...ids.values()].join(' ');
  return (sense) =>
    `${sense}\n obj: ${ids.get(target) ?? ''}\nSubject To\n${rows.join('\n')}\n` +
    `Bounds\n${limits.join('\n')}\nGeneral\n ${general}\nEnd\n`;
}

/** Somebody who was told a number of things, and works out what they leave possible. */
export class Attacker {
  private readonly bounds = new Map<string, Bounds>();
  private readonly kept: Statement[] = [];
  /** What is kept and still says something, until the next statement. */
  private settled: readonly Statement[] | null = null;

  constructor(told: readonly Statement[] = []) {
    for (const statement of told) this.hear(statement);
  }

  /** Takes a statement in; one that says nothing new is let go. */
  hear(statement: Statement): void {
    if (isImplied(statement, this.bounds)) return;
    const { terms, low, high } = statement;
    const [[name, weight] = []] = terms;
    if (terms.size === 1 && name !== undefined && weight === 1) {
      const known = this.bounds.get(name) ?? UNBOUNDED;
      this.bounds.set(name, { low: Math.max(known.low, low), high: Math.min(known.high, high) });
    } else {
      this.kept.push(statement);
    }
    this.settled = null;
  }

  /** How many statements say more than the bounds of their unknowns. */
  get telling(): number {
    return this.stillTelling().length;
  }

  /**
   * The least and the largest whole number that the target can be while every statement holds (integer
   * programming). Throws where nothing is possible: then the statements contradict one another.
   */
  async boundsOf(target: string): Promise<Bounds> {
    const telling = connected(this.stillTelling(), target);
    if (telling.length === 0) return this.bounds.get(target) ?? UNBOUNDED;
    solver ??= loadHighs();
    const loaded = await solver;
    const write = program(telling, this.bounds, target);
    const [low, high] = (['Minimize', 'Maximize'] as const).map((sense) => {
      const solution = loaded.solve(write(sense));
      if (solution.Status !== 'Optimal') throw new Error(`${target}: ${solution.Status}`);
      return Math.round(solution.ObjectiveValue);
    });
    return { low: low ?? 0, high: high ?? NO_LIMIT };
  }

  private stillTelling(): readonly Statement[] {
    this.settled ??= this.kept.filter((statement) => !isImplied(statement, this.bounds));
    return this.settled;
  }
}
