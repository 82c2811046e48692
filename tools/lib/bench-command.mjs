import { runBuilt } from './run-built.mjs';

/** `npm run bench`: what the product's hot paths cost beside a bare server in the same run. */
export const run = (root, args) => runBuilt(root, 'bench/main', args);
