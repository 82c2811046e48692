import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Visitor } from './visitor.js';

/** Waits until nothing moves: a colour on its way from one theme to the other is no finding. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));

/** Every breach of axe's rules on the page: rule, place, and what to do. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  await settle(page);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const runner = Reflect.get(window, 'axe') as typeof axe;
    const { violations: broken } = await runner.run({ resultTypes: ['violations'] });
    return broken.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
    );
  });
  return found.map(
    ({ id, target, failureSummary }) =>
      `${id} at ${target.flat().join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')}`,
  );
};

/** What axe finds in both themes, at the width of a desk and of a phone. */
export const everywhere = async ({ page }: Pick<Visitor, 'page'>): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await violations(page)).map((one) => `${width}, ${colorScheme}: ${one}`));
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
};
