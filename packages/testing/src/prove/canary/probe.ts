/** One request of a surface; the secret's id stands for every parameter of its path. */
export interface Probe {
  readonly query?: string;
  readonly body?: unknown;
  /** Which of the secret's ids, or what else, stands for a parameter of the path, where its name does not say. */
  readonly named?: Readonly<Record<string, string>>;
}
