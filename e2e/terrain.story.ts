import { openDecodeLab } from '../bench/decode/lab.ts';
import { ownerInDemoRoom } from './owner-in-demo-room.ts';
import { demoGuest } from './people.ts';
import { RoomPage } from './room-page.ts';
import { complaints, expect, expectAccessible, expectFits, story } from './story.ts';

story('a terrain has the values of single decodes at the same places', async ({ page }) => {
  const heard = complaints(page);
  const lab = await openDecodeLab(undefined, 'bench/terrain/page.ts');
  try {
    await page.goto(lab.url);
    await page.waitForFunction('window.terrainBench');
    for (const property of ['reciprocity', 'spectral_radius'] as const) {
      const { values, singles } = await page.evaluate(
        (asked) => window.terrainBench.beside(asked),
        property,
      );
      expect(singles).toHaveLength(17 ** 2);
      expect(new Set(values).size).toBeGreaterThan(50);
      const apart = singles.filter(({ value }, k) => value !== values[k]);
      // only a circuit with pairs at a boundary may fall otherwise in a batch, and hardly one does
      expect(apart.filter(({ borderline }) => borderline === 0)).toEqual([]);
      expect(apart.length).toBeLessThan(singles.length / 50);
    }
    expect(heard).toEqual([]);
  } finally {
    lab.close();
  }
});

/** A property of what would be decoded, painted over the map of one person. */
story.describe.serial('terrain', () => {
  const visitor = ownerInDemoRoom();

  const toggle = () => visitor.page.getByRole('button', { name: 'Terrain', exact: true });
  const legend = () => visitor.page.getByTestId('terrain-legend');
  const ground = () => visitor.page.getByTestId('terrain');
  const grown = async () => {
    await expect(legend()).toHaveAttribute('data-cells', '64');
    await expect(ground()).toHaveAttribute('data-cells', '64');
  };

  story(
    'is off at first and comes by keyboard, from coarse to fine, with named lines',
    async () => {
      const { page } = visitor;
      await expect(toggle()).toHaveAttribute('aria-pressed', 'false');
      await expect(ground()).toHaveCount(0);
      await toggle().focus();
      await page.keyboard.press('Enter');
      await expect(legend()).toHaveAttribute('data-cells', /16|32/);
      await grown();
      await expect(legend()).toContainText('Terrain: Reciprocity');
      await expect(legend()).toContainText('individual 1');
      await expect(page.getByTestId('contour-labels').locator('text')).not.toHaveCount(0);
      await expectAccessible(page);
    },
  );

  story('begins anew with another property, and the probe is decoded all the while', async () => {
    const { page } = visitor;
    const room = new RoomPage(page);
    await page.getByLabel('Property of the terrain').selectOption('Density');
    await expect(legend()).toContainText('Terrain: Density');
    const before = await room.circuit();
    await room.dragProbe(60, -40);
    expect((await room.circuit()).edges).not.toEqual(before.edges);
    await grown();
  });

  story('follows the camera, the plane, the individual and the neurons', async () => {
    const { page } = visitor;
    const map = page.getByTestId('latent-map');
    const anew = async (change: () => Promise<unknown>) => {
      await change();
      await expect(legend()).not.toHaveAttribute('data-cells', '64');
      await grown();
    };
    await anew(() => map.press('+'));
    await anew(() => page.getByRole('button', { name: 'The next individual' }).click());
    await expect(legend()).toContainText('individual 2');
    await anew(() => page.getByLabel('Horizontal axis').selectOption('PC 3'));
    await anew(() => map.press('Enter'));
  });

  story('is each person’s own', async ({ browser, server }) => {
    const other = await demoGuest(browser, server.origin);
    await new RoomPage(other.page).ready();
    await expect(other.page.getByTestId('terrain-legend')).toHaveCount(0);
    expect(other.heard).toEqual([]);
    await other.leave();
  });

  story('fits a phone, and goes when it is no longer wanted', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 390, height: 844 });
    await grown();
    await expectFits(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await toggle().click();
    await expect(ground()).toHaveCount(0);
    await expect(legend()).toHaveCount(0);
  });

  story(
    'points take their colours from any metric; what the file lacks is measured once',
    async () => {
      const { page } = visitor;
      const points = page.getByTestId('map-legend');
      const all = await points.getAttribute('data-measured');
      await page.getByLabel('Colour', { exact: true }).selectOption('Triad 030T');
      await expect(points).toContainText('share of triples');
      await expect(points).toHaveAttribute('data-measured', all ?? '');
      await page.getByLabel('Colour', { exact: true }).selectOption('In-out correlation');
      await page.getByLabel('Colour', { exact: true }).selectOption('Triad 030T');
      expect(await points.getAttribute('data-measured')).toBe(all);
      await expectAccessible(page);
    },
  );
});
