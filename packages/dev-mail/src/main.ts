import { openMailFolder } from './mail-folder.js';
import { startMailServer } from './mail-server.js';
import { startMailPages } from './web-server.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: main.js FOLDER');

const kept = await openMailFolder(folder);
const smtp = await startMailServer(0, (mail) => kept.add(mail));
// A mailbox that does not exist, so that what administrators see of refusals can be tried.
smtp.setRules({
  recipient: (address) =>
    address.endsWith('@refused.enlace.test') ? { code: 550, text: 'No such mailbox' } : null,
});
const { server, port } = await startMailPages(kept.mails);
// Started by a parent: ends with it, however the parent ended.
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => {
  server.close();
  void smtp.stop().finally(() => process.exit(0));
});
process.send?.({ port, smtp: smtp.port });
