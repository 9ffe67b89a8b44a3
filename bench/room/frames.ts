import type { Page } from '@playwright/test';
import { z } from 'zod';

/** As text, because tsx would give its functions names by a helper that the page has not. */
const record = `(() => {
  const gaps = [];
  let last = performance.now();
  let request = 0;
  const tick = () => {
    const moment = performance.now();
    gaps.push(moment - last);
    last = moment;
    request = requestAnimationFrame(tick);
  };
  request = requestAnimationFrame(tick);
  return {
    end() {
      cancelAnimationFrame(request);
      return gaps;
    },
  };
})()`;

/** Times between the frames of the page while `work` goes on, ms. */
export async function frameGaps(page: Page, work: () => Promise<void>): Promise<number[]> {
  const recorder = await page.evaluateHandle<{ end: () => unknown }>(record);
  await work();
  return z.array(z.number()).parse(await recorder.evaluate((one) => one.end()));
}
