import * as z from 'zod';
import { recordId } from './primitives.js';

/** A file as those see it who may have it: GET /api/v1/files/{id} sends it. */
export const shownFile = z.object({
  id: recordId,
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe('Bytes'),
});
export type ShownFile = z.infer<typeof shownFile>;

/** POST /api/v1/commitments/{id}/files and practices/{id}/files: what the check of an upload found. */
export const fileAnswer = shownFile
  .extend({
    confirmed: z.boolean().describe('A picture must be confirmed by who uploaded it'),
    etag: z.string(),
  })
  .meta({ id: 'StoredFile' });
export type FileAnswer = z.infer<typeof fileAnswer>;
