import type { CDPSession, Page } from '@playwright/test';
import { stranger } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** How many objects of a class are alive in the page after a garbage collection. */
async function alive(devtools: CDPSession, page: Page, kind: string): Promise<number> {
  await page.evaluate(() => performance.clearResourceTimings());
  await devtools.send('HeapProfiler.collectGarbage');
  const { result } = await devtools.send('Runtime.evaluate', { expression: `${kind}.prototype` });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup: 'counted',
  });
  const { result: count } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: 'counted' });
  return Number(count.value);
}

story(
  'who leaves a room takes decoder, drawings and line along, however often',
  async ({ browser, server }) => {
    const visitor = await stranger(browser, server.origin);
    const { page, heard } = visitor;
    const devtools = await page.context().newCDPSession(page);
    await page.goto('/');
    await page.getByRole('link', { name: 'Open the demo room' }).click();
    await page.getByLabel('Name others will see').fill('Held');
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await expect(page).toHaveURL(/\/maps\//);
    const room = new RoomPage(page);
    await room.ready();
    const inside = page.workers().length;
    expect(inside).toBeGreaterThan(0);
    const contexts = await alive(devtools, page, 'WebGL2RenderingContext');
    expect(contexts).toBeGreaterThan(0);

    for (let round = 0; round < 10; round++) {
      await page.getByRole('link', { name: 'Demo lab', exact: true }).click();
      await expect(page).toHaveURL(/\/labs\/demo$/);
      await expect(page.getByTestId('latent-map')).toHaveCount(0);
      await expect.poll(() => page.workers().length).toBe(0);
      await page.goBack();
      await room.ready();
      await room.dragProbe(30, 20);
    }
    expect(page.workers().length).toBe(inside);
    await expect
      .poll(() => alive(devtools, page, 'WebGL2RenderingContext'))
      .toBeLessThanOrEqual(contexts);
    await page.getByRole('link', { name: 'Demo lab', exact: true }).click();
    await expect(page.getByTestId('latent-map')).toHaveCount(0);
    await expect.poll(() => alive(devtools, page, 'WebGL2RenderingContext')).toBe(0);
    await expect.poll(() => alive(devtools, page, 'Worker')).toBe(0);
    await expect.poll(() => alive(devtools, page, 'WebSocket')).toBe(0);
    expect(heard).toEqual([]);
    await visitor.leave();
  },
);
