/**
 * Writes `src/app/ui/icon/icon-sprite.ts`: the product's icons, cut from Material Symbols, as the
 * path of each. Run it after editing the list: `node apps/web/tools/build-icons.mjs`.
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

const VIEW_BOX = '0 -960 960 960';

const paths = await Promise.all(
  ICONS.map(async (name) => {
    const svg = await readFile(join(source, `${name}.svg`), 'utf8');
    const [, viewBox] = /viewBox="([^"]+)"/.exec(svg) ?? [];
    const [, path] = /<svg[^>]*><path d="([^"]+)"\/><\/svg>/.exec(svg) ?? [];
    if (viewBox !== VIEW_BOX || !path) throw new Error(`${name}.svg is not as expected`);
    const line = `  ${name}: '${path}',`;
    // As prettier writes it: a short name stays beside its value.
    return line.length > 100 && name.length > 4 ? line.replace(': ', ':\n    ') : line;
  }),
);

await writeFile(
  target,
  `// Written by tools/build-icons.mjs from @material-symbols/svg-400 (Apache License 2.0).

/** What every icon is drawn in. */
export const ICON_VIEW_BOX = '${VIEW_BOX}';

/** The path of each icon by its name. */
export const ICON_PATHS = {
${paths.join('\n')}
} as const;

/** Name of one icon. */
export type IconName = keyof typeof ICON_PATHS;
`,
);
console.log(`${ICONS.length} icons, ${paths.join('').length} bytes`);
