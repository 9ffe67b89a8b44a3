import type { Page } from '@playwright/test';
import { expectAccessible, expectFits } from './story.ts';

const pictures = process.env.LATENTOME_PICTURES; // a folder: keep what was seen

/** As it is, wide and narrow, light and dark. */
export async function expectFinished(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page);
      await expectFits(page);
      if (pictures)
        await page.screenshot({
          path: `${pictures}/${name}-${width}-${colorScheme}.png`,
          fullPage: !name.startsWith('lost'),
        });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
