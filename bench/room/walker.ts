import type { Browser, Locator, Page } from '@playwright/test';

/** A room as somebody with a mouse meets it. */
export interface Walker {
  readonly page: Page;
  readonly map: Locator;
  /** Chooses a tool of the map by its name. */
  tool: (name: 'Probe' | 'Pan' | 'Lasso') => Promise<void>;
  /** Moves along `count` points of a path; x and y are shares of the map. */
  along: (count: number, path: (share: number) => [x: number, y: number]) => Promise<void>;
  leave: () => Promise<void>;
}

/** Opens a room in a browser profile of its own and waits for the first circuit. */
export async function enterRoom(
  browser: Browser,
  { origin, cookie }: { origin: string; cookie: string },
  path: string,
): Promise<Walker> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
  });
  await context.addCookies(
    cookie.split('; ').map((one) => {
      const at = one.indexOf('=');
      return { name: one.slice(0, at), value: one.slice(at + 1), url: origin };
    }),
  );
  const page = await context.newPage();
  await page.goto(`${path}?backend=wasm`);
  await page.locator('[data-testid=edges][data-edges*="["]').waitFor({ state: 'attached' });
  const map = page.getByTestId('latent-map');
  const box = await map.boundingBox();
  if (!box) throw new Error('The map is not on the page.');
  return {
    page,
    map,
    tool: (name) => page.getByRole('radio', { name: new RegExp(`^${name}`) }).click(),
    along: async (count, of) => {
      for (let k = 0; k < count; k++) {
        const [x, y] = of(k / count);
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
      }
    },
    leave: () => context.close(),
  };
}
