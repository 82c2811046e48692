import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNodeFirst } from './node-version.mjs';

function runShown(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
}

function jestCounts(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ fullName }) => fullName),
  );
  return {
    passed: report.numPassedTests,
    // A suite that does not even load has no failed test, but is a failure all the same.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: skipped.map((name) => `${name}: skipped by the test itself`),
  };
}

async function runJest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'enlace-jest-'));
  const output = join(folder, 'result.json');
  try {
    const code = await runShown([...args, '--json', `--outputFile=${output}`], env);
    const counts = jestCounts(output);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs one step under a heading. A step is {name, args}: a Node command line that counts as one test;
 * {jest: true} takes the counts of its tests; {skip} names why it cannot run.
 */
async function runStep(root, { name, args, jest, skip, env }) {
  console.log(`\n== ${name}`);
  if (skip) {
    console.log(`skipped: ${skip}`);
    return { passed: 0, failed: 0, skipped: [`${name}: ${skip}`] };
  }
  const began = performance.now();
  const environment = { ...withNodeFirst(process.execPath), ...env };
  process.chdir(root);
  const code = jest ? 0 : await runShown(args, environment);
  const counts = jest
    ? await runJest(args, environment)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`-- ${name}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return { ...counts, name };
}

/** Runs the steps one after another, all of them, and adds up. */
export async function runSteps(root, steps) {
  const total = { passed: 0, failed: 0, skipped: [], broken: [] };
  for (const one of steps) {
    const result = await runStep(root, one);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped.push(...result.skipped);
    if (result.failed > 0) total.broken.push(one.name);
  }
  return total;
}

/** The last lines of a run: what broke, what was skipped and why, and the sum on a line of its own. */
export function printTotal({ passed, failed, skipped, broken }) {
  console.log('');
  for (const name of broken) console.log(`FAILED: ${name}`);
  for (const reason of skipped) console.log(`skipped: ${reason}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
}
