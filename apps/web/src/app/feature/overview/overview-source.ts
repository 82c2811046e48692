import { Injectable, inject } from '@angular/core';
import type { OverviewResponse } from '@enlace/contract';
import { overviewResponse } from '@enlace/contract';
import type { QueryValues } from '../../core/api/api';
import { Api } from '../../core/api/api';
import type { OverviewFilters } from './overview-address';
import { writeAddress } from './overview-address';

/** Reads the overview and its file. */
@Injectable({ providedIn: 'root' })
export class OverviewSource {
  private readonly api = inject(Api);

  /** The figures as the actor may see them. */
  read(filters: OverviewFilters): Promise<OverviewResponse> {
    return this.api.getOpen('arrivals/overview', overviewResponse, this.query(filters));
  }

  /** The same figures as a CSV file; fetched here, because a link would carry no headers. */
  file(filters: OverviewFilters): Promise<Blob> {
    return this.api.download('arrivals/overview.csv', this.query(filters));
  }

  private query(filters: OverviewFilters): QueryValues {
    return writeAddress(filters);
  }
}
