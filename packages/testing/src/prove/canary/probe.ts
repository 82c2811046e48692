/** One request of a surface; the secret's id stands for every parameter of its path. */
export interface Probe {
  readonly query?: string;
  readonly body?: unknown;
}
