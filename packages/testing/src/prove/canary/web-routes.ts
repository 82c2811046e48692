import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../paths.js';

/** The list of routes that the others hang from. */
const FIRST = 'APP_ROUTES';

/** One route as it is written: its own path, the routes in it, and the list that it loads. */
interface Route {
  readonly path: string;
  readonly children: Route[];
  loads: string | null;
}

/** Every list of routes in a source text, by the name of its constant. */
function routeLists(text: string): Map<string, readonly Route[]> {
  const lists = new Map<string, readonly Route[]>();
  for (const [, name = '', body = ''] of text.matchAll(
    /export const (\w+): Routes = (\[[^]*?\]);$/gm,
  )) {
    lists.set(name, routesIn(body));
  }
  return lists;
}

/** The routes of one list: braces nest them, and what else stands in braces has no path. */
function routesIn(body: string): readonly Route[] {
  const top: Route[] = [];
  const open: (Route | null)[] = [];
  for (const [token, path, loads] of body.matchAll(
    /[{}]|\bpath: '([^']*)'|\bm\.([A-Z][A-Z_]*)\b/g,
  )) {
    if (token === '{') open.push(null);
    else if (token === '}') open.pop();
    else if (path !== undefined) {
      const route: Route = { path, children: [], loads: null };
      open.pop();
      (open.findLast((one) => one !== null)?.children ?? top).push(route);
      open.push(route);
    } else {
      const inside = open.findLast((one) => one !== null);
      if (inside) inside.loads = loads ?? null;
    }
  }
  return top;
}

/** The full path of every screen below a list: of each route that has no others in it. */
function screensOf(
  lists: ReadonlyMap<string, readonly Route[]>,
  name: string,
  seen: Set<string>,
  above = '',
): string[] {
  seen.add(name);
  const walk = (route: Route, parent: string): string[] => {
    const path = [parent, route.path].filter((part) => part !== '').join('/');
    if (route.loads !== null) return screensOf(lists, route.loads, seen, path);
    return route.children.length === 0 ? [path] : route.children.flatMap((one) => walk(one, path));
  };
  return (lists.get(name) ?? []).flatMap((route) => walk(route, above));
}

/** The full path of every screen that the web's routes declare, and what of them could not be followed. */
export async function declaredScreens(): Promise<{
  screens: ReadonlySet<string>;
  faults: readonly string[];
}> {
  const folder = join(ROOT, 'apps', 'web', 'src', 'app');
  const files = await readdir(folder, { recursive: true });
  const lists = new Map<string, readonly Route[]>();
  for (const file of files.filter((one) => one.endsWith('.routes.ts'))) {
    const found = routeLists(await readFile(join(folder, file), 'utf8'));
    for (const [name, routes] of found) lists.set(name, routes);
    if (found.size === 0) lists.set(file, []);
  }
  const seen = new Set<string>();
  const screens = new Set(screensOf(lists, FIRST, seen));
  const faults = [
    ...[...seen].filter((name) => !lists.has(name)).map((name) => `no file declares ${name}`),
    ...[...lists.keys()]
      .filter((name) => !seen.has(name))
      .map((name) => `no route of the web leads to ${name}`),
  ];
  return { screens, faults };
}
