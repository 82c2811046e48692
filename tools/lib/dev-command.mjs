import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { stopChild } from './children.mjs';
import { parse, SYSTEM_OPTIONS, systemOf } from './options.mjs';
import { makeEnd, startSystem, watchOver, watchParts } from './start-command.mjs';
import { explain, UserError } from './user-error.mjs';

function watcher(program, args, cwd, undo) {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: 'inherit' });
  undo.push(() => child.kill('SIGTERM'));
}

/** Compilers of the packages that the API and the web are made of. */
function startCompilers(root, undo) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  for (const folder of ['packages/domain', 'packages/contract', 'apps/api']) {
    const args = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
    watcher(tsc, args, join(root, folder), undo);
  }
  const web = join(root, 'apps', 'web');
  if (!existsSync(join(web, 'angular.json'))) return;
  const ng = join(root, 'node_modules', '@angular', 'cli', 'bin', 'ng.js');
  watcher(ng, ['build', '--watch', '--configuration', 'development'], web, undo);
}

/** Restarts the API once its compiled files have been quiet for a moment. */
function restartOnChange(root, running) {
  let timer;
  let restarting = false;
  const restart = async () => {
    if (restarting) return;
    restarting = true;
    const began = performance.now();
    running.parts.api.child.removeAllListeners('exit');
    await stopChild(running.parts.api);
    running.parts.api = running.startApi();
    try {
      await running.untilReady(running.parts.api);
      console.log(`API restarted in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(error.message);
    }
    restarting = false;
  };
  const onChange = (folder, file) => {
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (!name?.endsWith(file)) return;
      clearTimeout(timer);
      timer = setTimeout(restart, 300);
    });
  };
  for (const folder of ['packages/domain/dist', 'packages/contract/dist', 'apps/api/dist']) {
    onChange(folder, '.js');
  }
  // The API reads the start page, and which files the web is made of, when it starts.
  if (existsSync(join(root, 'apps/web/dist'))) onChange('apps/web/dist', 'index.html');
}

/** `npm run dev`: like start, and rebuilds and restarts what changes. */
export async function run(root, args) {
  const system = systemOf(root, parse(args, SYSTEM_OPTIONS).values);
  const undo = [];
  const end = makeEnd(undo);
  watchOver(end);
  try {
    const running = await startSystem(root, system, {}, undo);
    watchParts(end, { ...running, api: undefined });
    startCompilers(root, undo);
    restartOnChange(root, running);
    console.log(`READY ${system.origin} (watching)`);
  } catch (error) {
    const told = explain(error, system.data);
    await end(1, told instanceof UserError ? told.message : (told.stack ?? String(told)));
  }
}
