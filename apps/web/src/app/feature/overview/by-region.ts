import type { FigureAnswer, OverviewResponse } from '@enlace/contract';
import type { Figure } from '@enlace/domain';
import {
  FEWER_THAN_TEN,
  exactFigure,
  findNationality,
  sumFigures,
  tellFigure,
} from '@enlace/domain';

/** Continents outside the Americas, in the order in which they are listed. */
export const REGIONS = ['asia', 'africa', 'europe', 'oceania'] as const;
export type Region = (typeof REGIONS)[number];

const figureOf = (told: FigureAnswer): Figure | null => {
  switch (told.kind) {
    case 'exact':
      return exactFigure(told.value);
    case 'about':
      return told;
    case 'fewer-than-ten':
      return FEWER_THAN_TEN;
    case 'not-reported':
      return null;
  }
};

/** Adds up the nationalities of each continent from their lows, middles and highs; those without any are left out. */
export const byRegion = (
  nationalities: OverviewResponse['nationalities'],
): readonly { readonly region: Region; readonly figure: FigureAnswer }[] =>
  REGIONS.flatMap((region) => {
    const parts = nationalities
      .filter(({ nationality }) => findNationality(nationality)?.region === region)
      .flatMap(({ figure }) => figureOf(figure) ?? []);
    return parts.length === 0 ? [] : [{ region, figure: tellFigure(sumFigures(parts)) }];
  });
