/** Ends what set-up.harness.mjs started and removes its data. */
export default async function tearDown() {
  await globalThis.enlaceJourneys?.stop();
}
