import type { HttpEvent, HttpRequest } from '@angular/common/http';
import { FetchBackend, HttpBackend, HttpXhrBackend } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import { defer, from, of, switchMap } from 'rxjs';
import { takeEarlyAnswer } from './early-answers';

/**
 * Requests go by `fetch`, but it cannot tell how much of a file was sent: those that ask for it go
 * the older way. What the page asked for before the application came is not asked for twice.
 */
@Injectable()
export class PageBackend extends HttpBackend {
  private readonly fetching = inject(FetchBackend);
  private readonly telling = inject(HttpXhrBackend);

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    if (request.reportUploadProgress) return this.telling.handle(request);
    return defer(() => {
      const early = takeEarlyAnswer(request);
      if (early === null) return this.fetching.handle(request);
      return from(early).pipe(
        switchMap((answer) => (answer === null ? this.fetching.handle(request) : of(answer))),
      );
    });
  }
}
