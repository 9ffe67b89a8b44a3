import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { AppServer } from './app-server.ts';

/** One server for all stories of a worker; every page is watched for console errors. */
export const story = base.extend<object, { server: AppServer }>({
  server: [
    async ({}, use) => {
      const server = await AppServer.start();
      await server.claim(); // the first account owns the demo lab, whichever story runs first
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
});

export { expect };

/** Collects what a page complains about; a story ends by expecting none of it. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error')
      heard.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}

/** No serious or critical violation of WCAG A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    page.url(),
  ).toEqual([]);
}

/** The page fits its window: nothing makes it scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
