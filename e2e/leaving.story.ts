import type { CDPSession, Locator, Page } from '@playwright/test';
import { demoOwner, stranger } from './people.ts';
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

/** The nulls of the circuit are being drawn, or are: leaving now takes a worker at work along. */
const drawing = (within: Page | Locator) =>
  expect(within.getByTestId('structure-band').filter({ visible: true })).toHaveAttribute(
    'data-drawn',
    /[1-9]/,
  );

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
    await drawing(page);
    const inside = page.workers().length;
    expect(inside).toBeGreaterThan(0);
    const contexts = await alive(devtools, page, 'WebGL2RenderingContext');
    expect(contexts).toBeGreaterThan(0);

    for (let round = 0; round < 4; round++) {
      await page.getByRole('link', { name: 'Demo lab', exact: true }).click();
      await expect(page).toHaveURL(/\/labs\/demo$/);
      await expect(page.getByTestId('latent-map')).toHaveCount(0);
      await expect.poll(() => page.workers().length).toBe(0);
      await page.goBack();
      await room.ready();
      await room.dragProbe(30, 20);
      await drawing(page);
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

story(
  'a sheet closed, a dialog closed and the first page left while they work break nothing',
  async ({ browser, server }) => {
    const visitor = await demoOwner(browser, server.origin);
    const { page, heard } = visitor;
    await page.goto('/');
    await page.getByLabel('Compare with').selectOption('Degrees kept');
    await drawing(page);
    await page.getByRole('link', { name: 'Labs', exact: true }).click();
    await expect(page).toHaveURL(/\/labs$/);
    await expect.poll(() => page.workers().length).toBe(0);

    await page.goto('/demo');
    await expect(page).toHaveURL(/\/maps\//);
    const room = new RoomPage(page);
    await room.ready();
    await expect(page.getByTestId('structure-band').filter({ visible: true })).toHaveAttribute(
      'data-drawn',
      '200',
    );
    const idle = page.workers().length;
    await page.getByRole('button', { name: 'Function', exact: true }).click();
    const computed = page.getByRole('dialog', { name: 'What the circuit can compute' });
    await expect(computed.getByTestId('function-curve')).toHaveAttribute('data-points', /[1-9]/);
    await page.keyboard.press('Escape');
    await expect(computed).toBeHidden();
    await expect.poll(() => page.workers().length).toBe(idle);

    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.workers().length).toBe(idle);
    await page.getByRole('button', { name: 'Structure and bench' }).click();
    const sheet = page.getByRole('dialog', { name: 'Structure and bench' });
    await drawing(sheet);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect.poll(() => page.workers().length).toBe(idle);
    await room.ready();
    expect(heard).toEqual([]);
    await visitor.leave();
  },
);
