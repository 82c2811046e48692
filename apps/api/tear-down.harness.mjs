/** Ends what set-up.harness.mjs started. */
export default async function tearDown() {
  await globalThis.enlaceTestPostgres?.stop();
}
