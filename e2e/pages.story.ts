import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { demoOwner, stranger, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const schemes = ['light', 'dark'] as const;
const pictures = process.env.LATENTOME_PICTURES; // a folder: keep what was seen

/** Every page, wide and narrow, light and dark: accessible, within its window, silent. */
story.describe.serial('every page', () => {
  let visitor: Visitor;
  let paths: { name: string; path: string; settled: string }[] = [];

  story.beforeAll(async ({ browser, server }) => {
    visitor = await demoOwner(browser, server.origin);
    const { page } = visitor;
    await page.goto('/labs/demo');
    const first = async (pattern: RegExp) => {
      await expect(page.locator('a').filter({ visible: true }).first()).toBeVisible();
      const links = page.locator('main a');
      await expect
        .poll(async () => (await links.evaluateAll(hrefs)).some((href) => pattern.test(href)))
        .toBe(true);
      return (await links.evaluateAll(hrefs)).find((href) => pattern.test(href)) ?? '';
    };
    const connectome = await first(/\/connectomes\//);
    const model = await first(/\/models\//);
    const room = await first(/\/maps\//);
    paths = [
      { name: 'first', path: '/', settled: 'Open the demo room' },
      { name: 'signin', path: '/signin', settled: 'I have an account' },
      { name: 'labs', path: '/labs', settled: 'Demo lab' },
      { name: 'lab', path: '/labs/demo', settled: 'Rooms' },
      { name: 'import', path: '/labs/demo/import', settled: 'Connections' },
      { name: 'connectome', path: connectome, settled: '3,999' },
      { name: 'new-run', path: '/labs/demo/runs/new', settled: 'training,' },
      { name: 'model', path: model, settled: 'distance' },
      { name: 'account', path: '/account', settled: 'Sessions' },
      { name: 'inbox', path: '/inbox', settled: 'Where you are mentioned' },
      { name: 'settings', path: '/labs/demo/settings', settled: 'Cajal' },
      { name: 'no-view', path: '/labs/demo/views', settled: 'What somebody saw' },
      { name: 'room', path: room, settled: 'Reciprocity' },
    ];
  });
  story.afterAll(() => visitor.leave());

  for (const size of sizes)
    story(`at ${size.width}x${size.height}, ${schemes.join(' and ')}`, async () => {
      const { page, heard } = visitor;
      await page.setViewportSize(size);
      for (const { name, path, settled } of paths) {
        await page.goto(`${path}${name === 'room' ? '?backend=wasm' : ''}`);
        await expect(page.getByText(settled).filter({ visible: true }).first()).toBeVisible();
        if (name === 'room') await new RoomPage(page).ready();
        await inEachScheme(page, `${name}-${size.width}`);
        for (const tab of name === 'room' ? ['Matrix', 'Table'] : []) {
          await page.getByRole('radio', { name: tab }).click();
          await inEachScheme(page, null);
        }
      }
      expect(heard).toEqual([]);
    });
});

/** An open page changes its theme as the system does; the schemes take turns in coming first. */
async function inEachScheme(page: Page, picture: string | null) {
  const now = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const scheme of now ? schemes.toReversed() : schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
    await expectFits(page);
    if (pictures && picture !== null) {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: `${pictures}/${picture}-${scheme}.png` });
    }
  }
}

const hrefs = (links: (SVGElement | HTMLElement)[]) =>
  links.map((link) => link.getAttribute('href') ?? '');

story(
  'a stranger sees the first page decode, then walks the demo lab as a guest',
  async ({ browser, server }) => {
    const visitor = await stranger(browser, server.origin);
    const { page, heard } = visitor;
    await page.goto('/');
    await expect(page.getByTestId('latent-map')).toBeVisible();
    const edges = page.getByTestId('edges');
    await expect(edges).toHaveAttribute('data-edges', /\[\[/);
    await expect(edges).toHaveAttribute('data-backend', 'wasm'); // the adapter here is software
    await page.getByRole('link', { name: 'Open the demo room' }).click();
    await page.getByLabel('Name others will see').fill('Golgi');
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await expect(page).toHaveURL(/\/maps\//);
    const room = new RoomPage(page);
    await room.ready();
    const before = await room.z();
    await room.dragProbe(-50, 30);
    expect(await room.z()).not.toEqual(before);
    await expect(page.getByTestId('pin').first()).toBeDisabled(); // a guest looks and walks
    expect(heard).toEqual([]);
    await visitor.leave();
  },
);

story(
  'the first page of a server whose demo lab is closed offers nothing that is not there',
  async ({ browser, server }) => {
    const member = await demoOwner(browser, server.origin);
    const visitor = await stranger(browser, server.origin);
    const open = async (name: string) => {
      await member.page.goto('/labs/demo/settings');
      await member.page.getByRole('button', { name }).click();
    };
    await open('Close to guests');
    await expect(member.page.getByRole('button', { name: 'Open to guests' })).toBeVisible();
    const { page } = visitor;
    await page.goto('/');
    const main = page.getByRole('main');
    await expect(main).toContainText('The demo lab of this server is closed to guests.');
    await expect(page.getByTestId('latent-map')).toHaveCount(0);
    await expect(main.getByRole('link', { name: 'Open the demo room' })).toHaveCount(0);
    await expect(main.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expect(main).not.toContainText(/–|starter|not for you/);
    await expectFits(page);
    await member.page.goto('/');
    await expect(member.page.getByTestId('latent-map')).toBeVisible();
    await open('Open to guests');
    await expect(member.page.getByRole('button', { name: 'Close to guests' })).toBeVisible();
    expect(member.heard).toEqual([]);
    await member.leave();
    await visitor.leave();
  },
);

story('while the decoder is on its way the room says so', async ({ browser, server }) => {
  const visitor = await demoOwner(browser, server.origin);
  const { page, heard } = visitor;
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/ort/*.wasm*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/demo');
  await expect(page).toHaveURL(/\/maps\//);
  await expect(page.getByTestId('waiting')).toContainText('Loading the decoder');
  letThrough();
  await new RoomPage(page).ready();
  await expect(page.getByTestId('waiting')).toHaveCount(0);
  expect(heard).toEqual([]);
  await visitor.leave();
});

story('a probe that moves moves nothing else of the room', async ({ browser, server }) => {
  const visitor = await demoOwner(browser, server.origin);
  const { page, heard } = visitor;
  await page.goto('/demo');
  await expect(page).toHaveURL(/\/maps\//);
  const room = new RoomPage(page);
  await room.ready();
  const drawn = page.getByTestId('structure-band');
  for (const beside of ['Erdős–Rényi', 'Degrees kept']) {
    await page.getByLabel('Compare with').selectOption(beside);
    await expect(drawn).toHaveAttribute('data-drawn', '200');
    const heights = await page.evaluateHandle(() => {
      const seen = new Set<number>();
      const watch = new ResizeObserver((entries) => {
        for (const { contentRect } of entries) seen.add(contentRect.height);
      });
      const panel = document.querySelector('section[aria-label="Structure"]');
      if (panel) watch.observe(panel);
      return seen;
    });
    await room.dragProbe(24, 16);
    await expect(drawn).not.toHaveAttribute('data-drawn', '200');
    await expect(drawn).toHaveAttribute('data-drawn', '200');
    expect(await heights.evaluate((seen) => [...seen])).toHaveLength(1);
  }
  expect(heard).toEqual([]);
  await visitor.leave();
});

story('on a phone every tool of a room is in sight', async ({ browser, server }) => {
  const visitor = await demoOwner(browser, server.origin);
  const { page } = visitor;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/demo');
  await expect(page).toHaveURL(/\/maps\//);
  await new RoomPage(page).ready();
  for (const tool of [
    'Through probe',
    'Fit',
    'Copy link',
    'Save view',
    'Theme: auto',
    'Structure and bench',
  ])
    await expect(page.getByRole('button', { name: tool, exact: true })).toBeInViewport({
      ratio: 1,
    });
  for (const tool of ['Probe', 'Pan', 'Lasso', 'Box'])
    await expect(page.getByRole('radio', { name: tool, exact: true })).toBeInViewport({ ratio: 1 });
  await page.goto('/labs/demo');
  await page.locator('main a[href*="/models/"]').first().click();
  const plots = page.locator('[data-plot] svg').filter({ visible: true });
  await expect(plots.first()).toBeVisible();
  for (const plot of await plots.all()) {
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(390);
  }
  await visitor.leave();
});
