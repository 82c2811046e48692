/** One act of a state machine: where it leads and whether a reason must be given. */
export interface Transition<State extends string> {
  readonly to: State;
  /** The reason is told to those concerned. */
  readonly reason?: true;
}

/**
 * A state machine as data: the writes ask it, the program checks it at start, the documentation
 * draws it. States nobody can leave are final.
 */
export interface StateMachine<State extends string, Act extends string> {
  readonly name: string;
  readonly states: readonly State[];
  /** States in which a record may be made. */
  readonly initial: readonly State[];
  readonly transitions: Readonly<
    Record<State, Readonly<Partial<Record<Act, Transition<NoInfer<State>>>>>>
  >;
}

/** State after the act, or `null` where the act is impossible in this state. */
export const stateAfter = <State extends string, Act extends string>(
  machine: StateMachine<State, Act>,
  state: State,
  act: Act,
): State | null => machine.transitions[state][act]?.to ?? null;

/** The acts possible in a state, whoever does them, in the order of the table. */
export const actsFrom = <State extends string, Act extends string>(
  machine: StateMachine<State, Act>,
  state: State,
): readonly Act[] => Object.keys(machine.transitions[state]) as Act[];

/** Whether the act must be given a reason in this state. */
export const asksReason = <State extends string, Act extends string>(
  machine: StateMachine<State, Act>,
  state: State,
  act: Act,
): boolean => machine.transitions[state][act]?.reason === true;

/** Faults of a machine: a state nobody reaches, a target or row that is no state. Empty: it is sound. */
export const machineFaults = (machine: StateMachine<string, string>): readonly string[] => {
  const { name, states, initial, transitions } = machine;
  const reached = new Set(initial);
  for (const state of reached)
    for (const transition of Object.values(transitions[state] ?? {}))
      if (transition) reached.add(transition.to);
  return [
    ...states
      .filter((state) => !(state in transitions))
      .map((state) => `${name}: ${state} has no row`),
    ...Object.keys(transitions)
      .filter((state) => !states.includes(state))
      .map((state) => `${name}: row ${state} is no state`),
    ...[...reached]
      .filter((state) => !states.includes(state))
      .map((state) => `${name}: ${state} is reached but is no state`),
    ...states
      .filter((state) => !reached.has(state))
      .map((state) => `${name}: ${state} is never reached`),
  ];
};
