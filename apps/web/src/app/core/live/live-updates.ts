import type { HttpEvent } from '@angular/common/http';
import { HttpClient, HttpEventType } from '@angular/common/http';
import { DOCUMENT, DestroyRef, Injectable, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { LiveUpdate } from '@enlace/contract';
import type { Observable, Subscription } from 'rxjs';
import {
  Subject,
  auditTime,
  concatMap,
  defer,
  exhaustMap,
  filter,
  first,
  from,
  fromEvent,
  repeat,
  retry,
  startWith,
  timer,
} from 'rxjs';
import { Session } from '../auth/session';
import { updatesIn } from './event-parts';

/** A stream ends with its token; the next begins after this pause, in milliseconds. */
const PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** A page of many records reads anew once for all that changes in this time, and not all readers at once. */
const TOGETHER = 2000;
const SPREAD = 3000;

/** What changed elsewhere while a page is open: it says what to read anew, never what it says now. */
@Injectable({ providedIn: 'root' })
export class LiveUpdates {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly told = new Subject<LiveUpdate>();
  private listening: Subscription | null = null;

  constructor() {
    // Another organization is another sight: the stream begins anew with the acting organization.
    effect(() => {
      const acting = this.session.acting();
      this.listening?.unsubscribe();
      this.listening = acting === null ? null : this.listen();
    });
  }

  /** Calls `reload` for what matches, as long as the caller lives; call it where `inject` works. */
  on(matches: (update: LiveUpdate) => boolean, reload: () => void): void {
    this.told
      .pipe(
        filter((update) => update.kind === 'everything' || matches(update)),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(reload);
  }

  /**
   * The same for a page that shows many records: several changes are one reading, readers do not all
   * read at the same moment, and a page that nobody looks at waits until somebody does.
   */
  onSeveral(matches: (update: LiveUpdate) => boolean, reload: () => void): void {
    const looked = fromEvent(this.document, 'visibilitychange').pipe(
      startWith(null),
      first(() => this.document.visibilityState === 'visible'),
    );
    this.told
      .pipe(
        filter((update) => update.kind === 'everything' || matches(update)),
        auditTime(TOGETHER),
        exhaustMap(() => timer(Math.random() * SPREAD).pipe(concatMap(() => looked))),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(reload);
  }

  private listen(): Subscription {
    return defer(() => this.events())
      .pipe(
        repeat({ delay: PAUSE }),
        retry({
          delay: (_error, count) => timer(Math.min(PAUSE * 2 ** count, LONGEST_PAUSE)),
          resetOnSuccess: true,
        }),
      )
      .subscribe((update) => {
        this.told.next(update);
      });
  }

  private events(): Observable<LiveUpdate> {
    let position = 0;
    return this.http
      .get('/api/v1/live-updates', {
        observe: 'events',
        reportDownloadProgress: true,
        responseType: 'text',
      })
      .pipe(
        concatMap((event: HttpEvent<string>) => {
          if (event.type !== HttpEventType.DownloadProgress) return from([]);
          const { updates, next } = updatesIn(
            'partialText' in event ? (event.partialText ?? '') : '',
            position,
          );
          position = next;
          return from(updates);
        }),
      );
  }
}
