import type { Page } from '@playwright/test';
import { stranger } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

const graph = (page: Page) => page.getByTestId('circuit-graph');
const points = (page: Page) => page.getByTestId('latent-map').locator('canvas');

/** Takes every WebGL context of the page away, as a driver that crashes does; how many there were. */
function loseContexts(page: Page): Promise<number> {
  return page.evaluate(() => {
    const contexts = [...document.querySelectorAll('canvas')].flatMap((canvas) => {
      const gl = canvas.getContext('webgl2');
      canvas.dataset.lost = gl ? 'yes' : 'no';
      return gl ? [gl] : [];
    });
    for (const gl of contexts) gl.getExtension('WEBGL_lose_context')?.loseContext();
    return contexts.length;
  });
}

const lostCanvases = (page: Page) => page.locator('canvas[data-lost="yes"]');

async function openStarter(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByTestId('edges')).toHaveAttribute('data-edges', /\[\[/);
}

story('lost WebGL contexts are replaced, again and again', async ({ browser, server }) => {
  const visitor = await stranger(browser, server.origin);
  const { page, heard } = visitor;
  await openStarter(page);
  for (let time = 0; time < 2; time++) {
    await expect(graph(page)).toHaveAttribute('data-drawn', 'webgl');
    await expect(points(page)).toHaveAttribute('data-painter', 'webgl2');
    expect(await loseContexts(page)).toBeGreaterThan(2);
    await expect(lostCanvases(page)).toHaveCount(0); // fresh ones stand in their place
  }
  await expect(graph(page)).toHaveAttribute('data-drawn', 'webgl');
  await expect(points(page)).toHaveAttribute('data-painter', 'webgl2');
  expect(heard).toEqual([]);
  await visitor.leave();
});

story(
  'a context that never stays ends in the flat drawing, in plain words',
  async ({ browser, server }) => {
    const visitor = await stranger(browser, server.origin);
    const { page } = visitor;
    await openStarter(page);
    await expect(async () => {
      await loseContexts(page);
      await expect(graph(page)).toHaveAttribute('data-drawn', 'flat', { timeout: 500 });
      await expect(points(page)).toHaveAttribute('data-painter', 'canvas2d', { timeout: 500 });
    }).toPass();
    await expect(page.getByText('Drawn without WebGL')).toHaveCount(2);
    await visitor.leave();
  },
);

story(
  'without WebGL the map, the circuit and the walk are all there',
  async ({ browser, server }) => {
    const visitor = await stranger(browser, server.origin);
    const { page, heard } = visitor;
    await page.addInitScript(() => {
      const real: unknown = Reflect.get(HTMLCanvasElement.prototype, 'getContext');
      if (typeof real !== 'function') return;
      Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
        value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]): unknown {
          return kind.includes('webgl') ? null : Reflect.apply(real, this, [kind, ...rest]);
        },
      });
    });
    await openStarter(page);
    await expect(graph(page)).toHaveAttribute('data-drawn', 'flat');
    await expect(points(page)).toHaveAttribute('data-painter', 'canvas2d');
    const room = new RoomPage(page);
    const before = await room.z();
    await room.dragProbe(-40, 20);
    expect(await room.z()).not.toEqual(before);
    expect((await room.circuit()).edges.length).toBeGreaterThan(0);
    expect(heard).toEqual([]);
    await visitor.leave();
  },
);
