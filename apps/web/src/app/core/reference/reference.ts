import { Injectable, computed, inject, resource, signal } from '@angular/core';
import type { CrossingPointAnswer, Names, OrganizationSummary } from '@enlace/contract';
import { organizationsResponse, referenceResponse } from '@enlace/contract';
import { Api } from '../api/api';
import { Session } from '../auth/session';
import { Format } from '../i18n/format';
import { Language } from '../i18n/language';

const pairOf = ({ id, names }: { readonly id: string; readonly names: Names }) =>
  [id, names] as const;

/** States, crossing points, fora and organizations, read once. */
@Injectable({ providedIn: 'root' })
export class Reference {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly format = inject(Format);
  private readonly lists = resource({
    // A remembered organization may turn out to be no longer theirs: then not before it is known who asks.
    params: () => (this.session.mayReadOpen() ? 'open' : undefined),
    loader: () => this.api.getOpen('reference', referenceResponse),
  });
  private readonly directory = resource({
    params: () => this.session.acting()?.organization.alias,
    loader: () => this.api.get('organizations', organizationsResponse),
  });

  private readonly read = computed(() => (this.lists.hasValue() ? this.lists.value() : null));
  readonly loading = this.lists.isLoading;
  readonly error = this.lists.error;
  readonly states = computed(() => this.read()?.states ?? []);
  readonly crossingPoints = computed(() => this.read()?.crossingPoints ?? []);
  readonly forums = computed(() => this.read()?.forums ?? []);
  readonly organizations = computed(() =>
    this.directory.hasValue() ? this.directory.value().organizations : [],
  );
  private readonly pointsById = computed(
    () => new Map(this.crossingPoints().map((p) => [p.id, p])),
  );
  private readonly organizationsById = computed(
    () => new Map(this.organizations().map((o) => [o.id, o])),
  );

  /** Names that records brought with them, for who may not read the directory. */
  private readonly named = signal<ReadonlyMap<string, Names>>(new Map());

  /** Keeps the names of organizations that a record names. */
  learn(organizations: readonly { readonly id: string; readonly names: Names }[]): void {
    this.named.update((known) => new Map([...known, ...organizations.map(pairOf)]));
  }

  /** A crossing point by its id. */
  point(id: string): CrossingPointAnswer | undefined {
    return this.pointsById().get(id);
  }

  /** An organization by its id; only for signed-in people. */
  organization(id: string): OrganizationSummary | undefined {
    return this.organizationsById().get(id);
  }

  /** Name of a State or territory. */
  stateName(code: string): string {
    const state = this.states().find((one) => one.code === code);
    return state === undefined ? this.format.country(code) : this.nameOf(state.names);
  }

  /** Name of an organization, or nothing while it is not known. */
  organizationName(id: string): string {
    const names = this.organization(id)?.names ?? this.named().get(id);
    return names === undefined ? '' : this.nameOf(names);
  }

  /** Name of a crossing point, or nothing while it is not known. */
  pointName(id: string): string {
    const point = this.point(id);
    return point === undefined ? '' : this.nameOf(point.names);
  }

  /** A name in the reader's language. */
  nameOf(names: Names): string {
    return names[this.language.current()];
  }

  /** Reads the lists again after a failure. */
  reload(): void {
    this.lists.reload();
    this.directory.reload();
  }
}
