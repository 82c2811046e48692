/** Prints a step, a dot every five seconds and how long it took. */
export async function step(label, work) {
  const began = performance.now();
  process.stdout.write(`${label} ...`);
  const dots = setInterval(() => process.stdout.write('.'), 5000);
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(' failed\n');
    throw error;
  } finally {
    clearInterval(dots);
  }
}
