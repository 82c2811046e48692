/**
 * Writes `src/app/ui/icon/icon-sprite.ts`: the product's icons, cut from Material Symbols, as one
 * SVG sprite. Run it after editing the list: `node apps/web/tools/build-icons.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ICONS = [
  ...['add', 'arrow_back', 'arrow_forward', 'bar_chart', 'calendar_month', 'chat_bubble', 'check'],
  ...['check_circle', 'chevron_right', 'close', 'cloud_off', 'compare_arrows', 'content_copy'],
  ...['contrast', 'dark_mode', 'delete', 'description', 'download', 'edit', 'error', 'grid_on'],
  ...['group_add', 'groups', 'handshake', 'help', 'history', 'home', 'hourglass_empty', 'info'],
  ...[
    'keyboard',
    'keyboard_arrow_down',
    'keyboard_arrow_up',
    'language',
    'light_mode',
    'lightbulb',
  ],
  ...['list', 'lock', 'login', 'logout', 'mail', 'map', 'more_horiz', 'notifications', 'print'],
  ...['public', 'refresh', 'science', 'search', 'send', 'show_chart', 'sync', 'table', 'task_alt'],
  ...['tune', 'undo', 'upload', 'visibility', 'visibility_off', 'warning'],
];

const source = join(
  dirname(createRequire(import.meta.url).resolve('@material-symbols/svg-400/package.json')),
  'outlined',
);
const target = join(dirname(fileURLToPath(import.meta.url)), '../src/app/ui/icon/icon-sprite.ts');

const symbols = await Promise.all(
  ICONS.map(async (name) => {
    const svg = await readFile(join(source, `${name}.svg`), 'utf8');
    const [, viewBox] = /viewBox="([^"]+)"/.exec(svg) ?? [];
    const [, body] = /<svg[^>]*>(.*)<\/svg>/s.exec(svg) ?? [];
    if (!viewBox || !body) throw new Error(`${name}.svg is not as expected`);
    return `<symbol id="i-${name}" viewBox="${viewBox}">${body}</symbol>`;
  }),
);

await writeFile(
  target,
  `// Written by tools/build-icons.mjs from @material-symbols/svg-400 (Apache License 2.0).

/** Names of the icons in the sprite. */
export const ICON_NAMES = ${JSON.stringify(ICONS, null, 2).replaceAll('"', "'").replace("'\n]", "',\n]")} as const;

/** Name of one icon. */
export type IconName = (typeof ICON_NAMES)[number];

/** Content of the sprite: one symbol an icon. */
export const ICON_SYMBOLS =
  '${symbols.join('')}';
`,
);
console.log(`${ICONS.length} icons, ${symbols.join('').length} bytes`);
