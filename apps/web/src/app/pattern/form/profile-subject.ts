import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { ImportSettings } from '@enlace/contract';
import { Session } from '../../core/auth/session';
import { Reference } from '../../core/reference/reference';

/** What a profile is about, its period aside. */
export type ProfileSubject = Pick<
  ImportSettings,
  'crossingPoint' | 'unit' | 'observation' | 'sourceKind'
>;

/** Crossing points that the acting person reports of: those of their seat. */
@Injectable({ providedIn: 'root' })
export class OwnPoints {
  private readonly session = inject(Session);
  private readonly reference = inject(Reference);
  readonly list = computed(() => {
    const acting = this.session.acting();
    return this.reference
      .crossingPoints()
      .filter(
        ({ id, state }) =>
          state === acting?.organization.state && acting.seatPoints?.includes(id) !== false,
      );
  });
}

/** A subject to begin with, at the first of the own points; to be called where `inject` may be. */
export const newSubject = () => {
  const points = inject(OwnPoints).list;
  return linkedSignal<ProfileSubject>(() => ({
    crossingPoint: points()[0]?.id ?? '',
    unit: 'persons',
    observation: 'entry',
    sourceKind: 'register',
  }));
};
