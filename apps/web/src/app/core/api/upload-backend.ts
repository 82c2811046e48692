import type { HttpEvent, HttpRequest } from '@angular/common/http';
import { FetchBackend, HttpBackend, HttpXhrBackend } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';

/** Requests go by `fetch`, but it cannot tell how much of a file was sent: those that ask for it go the older way. */
@Injectable()
export class UploadBackend extends HttpBackend {
  private readonly fetching = inject(FetchBackend);
  private readonly telling = inject(HttpXhrBackend);

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return (request.reportUploadProgress ? this.telling : this.fetching).handle(request);
  }
}
