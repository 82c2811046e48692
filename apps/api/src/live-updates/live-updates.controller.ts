import { Controller, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  bufferTime,
  concatMap,
  filter,
  from,
  map,
  merge,
  mergeMap,
  takeWhile,
  timer,
  type Observable,
} from 'rxjs';
import { liveEvent, type LiveUpdate } from '@enlace/contract';
import { acting, CurrentActor, RequirePermission, type Actor } from '../access/index.js';
import { Problem } from '../problems/index.js';
import { ChangeFeed } from './change-feed.js';
import { SeenChanges } from './seen-changes.js';

/** Changes of this long are told together: a screen reads once. */
const TOGETHER = 500;
/** Proxies close a silent line; so does a reader who hears nothing. */
const HEARTBEAT = 20_000;

type Beat = 'beat' | 'end' | LiveUpdate;

/** What changes while a screen is open. */
@ApiTags('live-updates')
@Controller('v1/live-updates')
export class LiveUpdatesController {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly seen: SeenChanges,
  ) {}

  /** Ends with the access token, and at the first change after the membership ended. */
  @Sse()
  @RequirePermission('live-updates.read')
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, standardSchema: liveEvent, description: 'Each event' })
  stream(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Observable<MessageEvent> {
    const reader = acting(actor);
    const { signIn } = request;
    if (!signIn) throw new Problem('not-signed-in');
    const updates = this.feed.changes().pipe(
      filter((change) => !('session' in change) || change.session === signIn.sessionId),
      bufferTime(TOGETHER),
      filter((changes) => changes.length > 0),
      concatMap((changes) => from(this.seen.of(reader, signIn, changes))),
      mergeMap((told): Beat[] => told ?? ['end']),
    );
    const beats = timer(0, HEARTBEAT).pipe(map((): Beat => 'beat'));
    const end = timer(Math.max(0, signIn.expiresAt.getTime() - Date.now())).pipe(
      map((): Beat => 'end'),
    );
    return merge(beats, updates, end).pipe(
      takeWhile((beat) => beat !== 'end'),
      map((beat) =>
        beat === 'beat' ? { type: 'beat', data: '' } : { type: 'update', data: beat },
      ),
    );
  }
}
