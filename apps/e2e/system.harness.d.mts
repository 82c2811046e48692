/** A whole system that runs for tests. */
export interface RunningSystem {
  readonly data: string;
  readonly origin: string;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

export declare function startSystem(options: readonly string[]): Promise<RunningSystem>;
