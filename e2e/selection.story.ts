import { stranger, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** One selection: what is chosen in one picture of the circuit is chosen in every other, and on the map. */
story.describe.serial('one selection over map, graph, matrix and table', () => {
  let visitor: Visitor;

  story.beforeAll(async ({ browser, server }) => {
    visitor = await stranger(browser, server.origin);
    await visitor.page.setViewportSize({ width: 1440, height: 1800 }); // every row of the table in sight
    await visitor.page.goto('/demo');
    await visitor.page.getByLabel('Name others will see').fill('Golgi');
    await visitor.page.getByRole('button', { name: 'Continue as guest' }).click();
    await expect(visitor.page).toHaveURL(/\/maps\//);
    await new RoomPage(visitor.page).ready();
  });
  story.afterAll(() => visitor.leave());

  const tab = (name: 'Graph' | 'Matrix' | 'Table') => visitor.page.getByRole('radio', { name });
  const map = () => visitor.page.getByTestId('latent-map');
  const marked = async () => Number(await map().getAttribute('data-marked'));
  const inGraph = async () =>
    JSON.parse(
      (await visitor.page.getByTestId('circuit-graph').getAttribute('data-selected')) ?? '[]',
    ) as number[];
  const pressed = () => visitor.page.getByRole('rowheader').getByRole('button', { pressed: true });

  story('a pair of the matrix, by keyboard alone', async () => {
    const { page } = visitor;
    expect(await marked()).toBe(0);
    await tab('Graph').focus();
    await page.keyboard.press('ArrowRight');
    await expect(tab('Matrix')).toBeChecked();
    const matrix = page.getByTestId('circuit-matrix');
    await page.getByRole('button', { name: 'The next individual' }).focus();
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(matrix).toBeFocused({ timeout: 100 });
    }).toPass();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'Enter']) await page.keyboard.press(key);
    expect(await marked()).toBeGreaterThan(0);
    const named = await page.getByTestId('matrix-pair').innerText();
    await tab('Graph').click();
    expect(await inGraph()).toHaveLength(2);
    await tab('Table').click();
    await page.getByRole('button', { name: 'Neuron', exact: true }).click();
    for (const name of await pressed().allInnerTexts()) expect(named).toContain(name);
    expect(await pressed().count()).toBeGreaterThan(0);
  });

  story('a row of the table, and out again', async () => {
    const { page } = visitor;
    await tab('Matrix').click();
    await page.getByTestId('circuit-matrix').focus();
    await page.keyboard.press('Escape');
    expect(await marked()).toBe(0);
    await tab('Table').click();
    await expect(pressed()).toHaveCount(0);
    const row = page
      .getByRole('region', { name: 'Circuit', exact: true })
      .getByRole('rowheader')
      .getByRole('button')
      .nth(3);
    await row.press('Space');
    await expect(row).toHaveAttribute('aria-pressed', 'true');
    expect(await marked()).toBeGreaterThan(0);
    await tab('Graph').click();
    expect(await inGraph()).toHaveLength(1);
    const box = await page.getByTestId('circuit-graph').boundingBox();
    if (!box) throw new Error('the graph is not there');
    await page.mouse.click(box.x + box.width - 6, box.y + 6); // beside every neuron: nothing is chosen
    await expect(page.getByTestId('circuit-graph')).toHaveAttribute('data-selected', '[]');
    expect(await marked()).toBe(0);
    expect(visitor.heard).toEqual([]);
  });
});
