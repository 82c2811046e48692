import { Injectable } from '@angular/core';
import { DraftsOnDevice } from '../../core/drafts/drafts-on-device';
import type { ExactReport } from './model/draft-mapping';
import type { EntryState } from './model/entry-state';

/** A draft as this device keeps it until the server has it. */
export interface EntryDraft {
  readonly report: ExactReport;
  /** What the server had when these changes were made. */
  readonly base: EntryState;
  readonly state: EntryState;
  readonly etag: string;
}

/** Drafts of profiles on this device. */
@Injectable({ providedIn: 'root' })
export class EntryDrafts extends DraftsOnDevice<EntryDraft> {}
