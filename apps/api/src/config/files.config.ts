import { z } from 'zod';

/** Where files are kept that people hand in. */
export const filesConfig = z.object({
  ENLACE_FILES_FOLDER: z
    .string()
    .min(1)
    .default('.data/files')
    .describe('Folder of the files that people hand in; all processes share it'),
});
