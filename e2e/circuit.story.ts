import { expect, test, type Page } from '@playwright/test';
import { degreesOf } from '../ui/circuit/neurons-view.ts';
import { openCircuitLab } from './circuit-lab/lab.ts';
import { madeCircuit } from './circuit-lab/made-circuit.ts';
import { complaints, expectAccessible, expectFits } from './story.ts';

const sizes = [64, 128, 256, 512];

test.describe('a circuit of up to 512 neurons', () => {
  let lab: Awaited<ReturnType<typeof openCircuitLab>>;
  test.beforeAll(async () => {
    lab = await openCircuitLab();
  });
  test.afterAll(() => lab.close());

  const open = async (page: Page, n: number) => {
    const heard = complaints(page);
    await page.goto(`${lab.url}?n=${n}`);
    await expect(page.getByTestId('circuit-matrix')).toBeVisible();
    return heard;
  };
  const chosen = (page: Page) => page.getByTestId('selected');

  test('as a matrix is painted whole at every size, wide and narrow, light and dark', async ({
    page,
  }) => {
    for (const width of [720, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 620 });
        await page.emulateMedia({ colorScheme });
        for (const n of sizes) {
          const heard = await open(page, n);
          await expectAccessible(page);
          await expectFits(page);
          expect(await inkOf(page, 'circuit-matrix')).toBeGreaterThan(1_000);
          expect(heard).toEqual([]);
        }
      }
  });

  test('by keyboard alone: walk the matrix, sort it, select, and find it in the table', async ({
    page,
  }) => {
    const n = 512;
    const picture = madeCircuit(n);
    await open(page, n);
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('circuit-matrix')).toBeFocused();
    await page.keyboard.press('ArrowDown'); // shows where one is
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('End');
    const pair = page.getByTestId('matrix-pair');
    const sorted = picture.neurons
      .map(({ layer, class: kind }, i) => ({ key: `${layer} ${kind}`, i }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i));
    const [pre, post] = [sorted[10]?.i ?? -1, sorted[n - 1]?.i ?? -1];
    await expect(pair).toContainText(picture.neurons[pre]?.id ?? '?');
    await expect(pair).toContainText(picture.neurons[post]?.id ?? '?');
    await page.keyboard.press('Enter');
    await expect(chosen(page)).toHaveText(JSON.stringify([pre, post]));
    await page.keyboard.press('Escape');
    await expect(chosen(page)).toHaveText('[]');

    await page.keyboard.press('Tab');
    const sort = page.getByLabel('Sort the matrix by');
    await expect(sort).toBeFocused();
    await sort.selectOption('Degree');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const degrees = degreesOf(picture.circuit);
    const sums = picture.neurons.map((_, i) => (degrees.in[i] ?? 0) + (degrees.out[i] ?? 0));
    const most = sums.indexOf(Math.max(...sums));
    await expect(chosen(page)).toHaveText(JSON.stringify([most]));

    await page.getByRole('radio', { name: 'Table' }).click();
    const id = picture.neurons[most]?.id ?? '?';
    const row = page.getByRole('button', { name: id });
    await page
      .getByRole('region', { name: 'Neurons of the circuit' })
      .evaluate((region, top) => region.scrollTo({ top }), 26 * most);
    await expect(row).toHaveAttribute('aria-pressed', 'true');
  });

  test('a neuron clicked in the graph is selected in the table and the matrix', async ({
    page,
  }) => {
    await open(page, 64);
    await page.getByRole('radio', { name: 'Graph' }).click();
    await expect(page.getByTestId('circuit-graph')).toHaveAttribute('data-drawn', 'webgl');
    await expect
      .poll(async () => {
        const at = await discInGraph(page);
        if (at) await page.mouse.click(at.x, at.y);
        return chosen(page).innerText();
      })
      .toMatch(/^\[\d+\]$/);
    const neuron = Number(/\d+/.exec(await chosen(page).innerText())?.[0]);
    await page.getByRole('radio', { name: 'Table' }).click();
    const id = madeCircuit(64).neurons[neuron]?.id ?? '?';
    const row = page.getByRole('button', { name: id });
    await row.scrollIntoViewIfNeeded();
    await expect(row).toHaveAttribute('aria-pressed', 'true');
    await row.press('Enter'); // and out again
    await page.getByRole('radio', { name: 'Graph' }).click();
    await expect(page.getByTestId('circuit-graph')).toHaveAttribute('data-selected', '[]');
  });

  test('connections of a neuron to itself are named in the legend and in the table', async ({
    page,
  }) => {
    await open(page, 128);
    await expect(page.getByText('to itself')).toBeVisible();
    await page.getByRole('radio', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Self', exact: true }).click();
    const { circuit } = madeCircuit(128);
    const self = Array.from({ length: 128 }, (_, i) => circuit.adjacency[i * 129]).filter(Boolean);
    expect(self.length).toBeGreaterThan(0);
    await expect(page.getByRole('cell', { name: 'yes' })).toHaveCount(self.length);
  });
});

/** Pixels of a canvas that are not of its commonest colour. */
async function inkOf(page: Page, testId: string): Promise<number> {
  return page
    .getByTestId(testId)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      if (!context) return 0;
      const data = new Uint32Array(
        context.getImageData(0, 0, canvas.width, canvas.height).data.buffer,
      );
      const seen = new Map<number, number>();
      for (const pixel of data) seen.set(pixel, (seen.get(pixel) ?? 0) + 1);
      return data.length - Math.max(...seen.values());
    });
}

/** The middle of some excitatory disc, found by its colour on the screen. */
async function discInGraph(page: Page): Promise<{ x: number; y: number } | null> {
  const box = await page.getByTestId('circuit-graph').boundingBox();
  if (!box) return null;
  const picture = (await page.screenshot({ clip: box })).toString('base64');
  const found = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    const excitatory = (x: number, y: number) => {
      const k = 4 * (y * width + x);
      return data[k] === 0xc2 && data[k + 1] === 0x50 && data[k + 2] === 0x0a;
    };
    const around = [-2, -1, 0, 1, 2];
    for (let y = 2; y < height - 2; y++)
      for (let x = 2; x < width - 2; x++)
        if (around.every((dy) => around.every((dx) => excitatory(x + dx, y + dy)))) return { x, y };
    return null;
  }, picture);
  return found && { x: box.x + found.x, y: box.y + found.y };
}
