import type { HttpContext, HttpResponse } from '@angular/common/http';
import { HttpClient, HttpErrorResponse, HttpEventType, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';
import type { ZodType } from 'zod';
import { openRead } from '../auth/open-read';
import { Connection } from './connection';
import { OfflineError, problemFrom } from './problem-error';

export { OfflineError, ProblemError } from './problem-error';

/** Values of a query; undefined and null are left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Headers that a write may need. */
export interface WriteOptions {
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
}

/** What a write answered, and the version it left behind. */
export interface Written<T> {
  readonly body: T;
  readonly etag: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The one way to the server: answers are parsed by the contract, failures are problems. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly connection = inject(Connection);

  /** Reads `path`, which is relative to `/api/v1/`. */
  async get<T>(path: string, schema: ZodType<T>, params: QueryValues = {}): Promise<T> {
    return (await this.getVersion(path, schema, params)).body;
  }

  /** Reads what is open to the public too, without waiting until it is known who asks. */
  async getOpen<T>(path: string, schema: ZodType<T>, params: QueryValues = {}): Promise<T> {
    const context = openRead();
    return (await this.send('GET', path, schema, { params: given(params), context })).body;
  }

  /** Reads `path` together with its version (`ETag`). */
  getVersion<T>(path: string, schema: ZodType<T>, params: QueryValues = {}): Promise<Written<T>> {
    return this.send('GET', path, schema, { params: given(params) });
  }

  /** Creates or acts. */
  post<T>(
    path: string,
    body: unknown,
    schema: ZodType<T>,
    options?: WriteOptions,
  ): Promise<Written<T>> {
    return this.send('POST', path, schema, { body, headers: headersOf(options) });
  }

  /** Replaces. */
  put<T>(
    path: string,
    body: unknown,
    schema: ZodType<T>,
    options?: WriteOptions,
  ): Promise<Written<T>> {
    return this.send('PUT', path, schema, { body, headers: headersOf(options) });
  }

  /** Deletes; `body` is null where there is none. */
  delete<T>(
    path: string,
    body: unknown,
    schema: ZodType<T>,
    options?: WriteOptions,
  ): Promise<Written<T>> {
    return this.send('DELETE', path, schema, { body, headers: headersOf(options) });
  }

  /** Fetches a file; a link would carry no headers. */
  async download(path: string, params: QueryValues = {}): Promise<Blob> {
    try {
      const options = { params: given(params), responseType: 'blob' } as const;
      const file = await firstValueFrom(this.http.get(`/api/v1/${path}`, options));
      this.connection.reached();
      return file;
    } catch (error) {
      throw this.failure(await readable(error));
    }
  }

  /** Sends a file and tells how much of it is on its way, in percent. */
  async upload<T>(
    path: string,
    file: File,
    schema: ZodType<T>,
    sent: (percent: number) => void,
    options?: WriteOptions,
  ): Promise<T> {
    const headers = {
      ...headersOf(options),
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(file.name),
    };
    const request = this.http.request('POST', `/api/v1/${path}`, {
      ...{ body: file, headers, observe: 'events', responseType: 'json' },
      reportUploadProgress: true,
    } as const);
    const told = request.pipe(
      tap((event) => {
        if (event.type !== HttpEventType.UploadProgress || !event.total) return;
        sent(Math.round((100 * event.loaded) / event.total));
      }),
    );
    try {
      const answer = await lastValueFrom(told);
      this.connection.reached();
      return schema.parse(answer.type === HttpEventType.Response ? answer.body : null);
    } catch (error) {
      throw this.failure(error);
    }
  }

  private async send<T>(
    method: Method,
    path: string,
    schema: ZodType<T>,
    request: {
      params?: HttpParams;
      body?: unknown;
      headers?: Record<string, string>;
      context?: HttpContext;
    },
  ): Promise<Written<T>> {
    try {
      const answer: HttpResponse<unknown> = await firstValueFrom(
        this.http.request(method, `/api/v1/${path}`, {
          ...request,
          observe: 'response',
          responseType: 'json',
        }),
      );
      this.connection.reached();
      return { body: schema.parse(answer.body), etag: answer.headers.get('ETag') };
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): unknown {
    if (!(error instanceof HttpErrorResponse)) return error;
    if (error.status === 0) {
      this.connection.lost();
      return new OfflineError({ cause: error });
    }
    this.connection.reached();
    return problemFrom(error.error, error.status, error.headers.get('X-Request-Id') ?? '');
  }
}

/** What was asked for as a file fails as one too: its problem is in the text. */
const readable = async (error: unknown): Promise<unknown> => {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  const text = await error.error.text();
  const { headers, status, url } = error;
  return new HttpErrorResponse({
    ...{ headers, status, error: parsed(text) },
    ...(url === null ? {} : { url }),
  });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const given = (values: QueryValues): HttpParams => {
  let params = new HttpParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) params = params.set(name, value);
  }
  return params;
};

const headersOf = (options: WriteOptions = {}): Record<string, string> => ({
  ...(options.ifMatch === undefined ? {} : { 'If-Match': options.ifMatch }),
  ...(options.idempotencyKey === undefined ? {} : { 'Idempotency-Key': options.idempotencyKey }),
});
