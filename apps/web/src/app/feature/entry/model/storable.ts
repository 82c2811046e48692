import { MAX_NOTE_LENGTH, findPersonalData } from '@enlace/domain';
import type { EntryState } from './entry-state';

/** Whether a note may leave the screen: neither too long nor with personal data. */
export const isStorableNote = (note: string | null): boolean =>
  note === null || ([...note].length <= MAX_NOTE_LENGTH && findPersonalData(note).length === 0);

/** What may be kept: a note with personal data stays on the screen alone, the one before is kept. */
export const storable = (state: EntryState, saved: EntryState): EntryState =>
  isStorableNote(state.header.note)
    ? state
    : { ...state, header: { ...state.header, note: saved.header.note } };
