import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STATE_MACHINES } from '../packages/domain/dist/index.js';

const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'state-machines.md');

// Mermaid takes no hyphen in the name of a state.
const node = (state) => state.replaceAll('-', '_');

const arrows = ([from, acts]) =>
  Object.entries(acts).map(
    ([act, { to, reason }]) =>
      `    ${node(from)} --> ${node(to)} : ${act}${reason ? ' (with a reason)' : ''}`,
  );

const section = ({ name, initial, transitions }) =>
  [
    `## ${name}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...initial.map((state) => `    [*] --> ${node(state)}`),
    ...Object.entries(transitions).flatMap(arrows),
    '```',
    '',
  ].join('\n');

const text = [
  '# State machines',
  '',
  'Drawn from the tables of `packages/domain` by `node tools/state-machines.mjs`; `npm test` compares.',
  '',
  STATE_MACHINES.map(section).join('\n'),
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('docs/state-machines.md is not what packages/domain says: draw it anew.');
  process.exitCode = 1;
}
