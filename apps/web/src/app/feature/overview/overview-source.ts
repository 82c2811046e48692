import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OverviewResponse } from '@enlace/contract';
import { overviewResponse } from '@enlace/contract';
import type { QueryValues } from '../../core/api/api';
import { Api, OfflineError } from '../../core/api/api';
import { problemFrom } from '../../core/api/problem-error';
import type { OverviewFilters } from './overview-address';
import { writeAddress } from './overview-address';

/** Reads the overview and its file. */
@Injectable({ providedIn: 'root' })
export class OverviewSource {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  /** The figures as the actor may see them. */
  read(filters: OverviewFilters): Promise<OverviewResponse> {
    return this.api.getOpen('arrivals/overview', overviewResponse, this.query(filters));
  }

  /** The same figures as a CSV file; fetched here, because a link would carry no headers. */
  async file(filters: OverviewFilters): Promise<Blob> {
    try {
      return await firstValueFrom(
        this.http.get('/api/v1/arrivals/overview.csv', {
          params: given(this.query(filters)),
          responseType: 'blob',
        }),
      );
    } catch (error) {
      throw await failureOf(error);
    }
  }

  private query(filters: OverviewFilters): QueryValues {
    return writeAddress(filters);
  }
}

const given = (values: QueryValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

const failureOf = async (error: unknown): Promise<unknown> => {
  if (!(error instanceof HttpErrorResponse)) return error;
  if (error.status === 0) return new OfflineError({ cause: error });
  const text = error.error instanceof Blob ? await error.error.text() : '';
  return problemFrom(parsed(text), error.status, error.headers.get('X-Request-Id') ?? '');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
