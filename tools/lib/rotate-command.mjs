import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder, readSecrets, renewSecrets } from './data-folder.mjs';
import { parse, systemOf } from './options.mjs';
import { UserError } from './user-error.mjs';

/** `npm run rotate`: new passwords and keys for a system that does not run at the moment. */
export async function run(root, args) {
  const { values } = parse(args, { data: { type: 'string' } });
  const { data } = systemOf(root, values);
  if (!existsSync(join(data, 'secrets.json'))) {
    throw new UserError(`There is no Enlace in ${data}: name its data folder with --data.`);
  }
  const unlock = lockFolder(data);
  try {
    const { auditKeyId } = renewSecrets(data, readSecrets(data));
    console.log(`ROTATED ${data}: the trace is sealed with ${auditKeyId} from the next start on.`);
    console.log(
      'Earlier keys of the trace are kept, to verify what they sealed. Make a backup now.',
    );
  } finally {
    unlock();
  }
}
