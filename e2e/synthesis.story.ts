import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { demoGuest, demoOwner, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

/** A circuit to order, made in the page of its owner and looked at by a guest. */
story.describe.serial('synthesis to order', () => {
  let owner: Visitor;
  let guest: Visitor;
  let a: RoomPage;
  let b: RoomPage;
  let dialog: Locator;

  story.beforeAll(async ({ browser, server }) => {
    owner = await demoOwner(browser, server.origin);
    guest = await demoGuest(browser, server.origin);
    a = new RoomPage(owner.page);
    b = new RoomPage(guest.page);
    await b.ready();
    await a.open(`${new URL(guest.page.url()).pathname}?backend=wasm`);
    dialog = owner.page.getByRole('dialog', { name: 'A circuit to order' });
  });
  story.afterAll(async () => {
    const heard = [...owner.heard, ...guest.heard];
    await owner.leave();
    await guest.leave();
    expect(heard).toEqual([]);
  });

  const made = () => dialog.getByTestId('synthesis');
  const wish = (name: string) => dialog.getByRole('textbox', { name: `${name}, value or from` });

  story('the values of the probe are asked of another circuit, by the keyboard alone', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Synthesise' }).focus();
    await page.keyboard.press('Enter');
    await expect(wish('Density')).toHaveValue(/^0\.\d+$/);
    await expect(wish('Cycles')).toBeDisabled();
    await wish('Density').focus();
    await page.keyboard.press('Enter');
    await expect(made()).toHaveAttribute('data-worst', /\d/);
    await expect(made()).toContainText('Reached');
    await expect(made()).toContainText('New: no circuit of the map has the same connections');
    for (const metric of ['density', 'reciprocity']) {
      const off = await dialog.getByTestId(`reached-${metric}`).getAttribute('data-off');
      expect(Number(off)).toBeLessThanOrEqual(0.03);
    }
    await expect(dialog.getByTestId('reached-density')).toContainText('fixed'); // beside its null
    await expectAccessible(page);
  });

  story('what cannot be is said with the field and the nearest that can', async () => {
    const { page } = owner;
    await wish('Reciprocity').fill('1.2');
    await wish('Density').fill('-0.1');
    await dialog.getByRole('button', { name: 'Synthesise' }).click();
    const said = dialog.getByTestId('obstacles');
    await expect(said).toContainText('Density -0.1 is not possible: it is from 0 to 1.');
    await expect(said).toContainText('Reciprocity 1.2 is not possible');
    await expect(wish('Density')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Take the nearest' }).click();
    await expect(wish('Density')).toHaveValue('0');
    await wish('Density').fill('a lot');
    await dialog.getByRole('button', { name: 'Synthesise' }).click();
    await expect(said).toContainText('Density is not a number.');
    await dialog.getByRole('button', { name: 'the probe' }).click();
    await expect(wish('Density')).toHaveValue(/^0\.\d+$/);
  });

  story(
    'memory is asked beside two metrics; Stop ends the work, and the next order is made',
    async () => {
      const row = dialog.getByTestId('wish-memory');
      await row.getByRole('checkbox').check();
      // Observed circuits are scored first: seconds, in which the order waits and can be stopped.
      await expect(row).toContainText('scoring observed circuits');
      await wish('Memory capacity').fill('8');
      await dialog.getByRole('button', { name: 'Synthesise' }).click();
      await expect(dialog.getByRole('progressbar', { name: 'Synthesis' })).toBeVisible();
      await dialog.getByRole('button', { name: 'Stop' }).click();
      await expect(dialog.getByRole('progressbar')).toHaveCount(0);
      await expect(made()).toHaveCount(0);
      await expect(row).toContainText('observed circuits are scored first');
      await row.getByRole('checkbox').uncheck();
      await row.getByRole('checkbox').check();
      await expect(row).toContainText(/data \d/);
      const [least, greatest] = ((await row.innerText()).match(/\d+\.\d+/g) ?? []).map(Number);
      await wish('Memory capacity').fill(String(((least ?? 0) + (greatest ?? 0)) / 2));
      await dialog.getByRole('button', { name: 'Synthesise' }).click();
      await expect(made()).toContainText('Reached');
      const off = await dialog.getByTestId('reached-memory').getAttribute('data-off');
      expect(Number(off)).toBeLessThanOrEqual(0.05);
      await expectAccessible(owner.page);
      await row.getByRole('checkbox').uncheck();
    },
  );

  story('all eight at once, one of them as a range', async () => {
    const boxes = await dialog.getByRole('checkbox').all();
    for (const box of boxes.slice(0, 8)) await box.check();
    await dialog.getByRole('textbox', { name: 'Cycles, to' }).fill('1');
    await dialog.getByRole('button', { name: 'Synthesise' }).click();
    await expect(made()).toContainText('Reached');
    await expect(dialog.getByTestId('reached-cycles')).toContainText('to 1.000');
    const cost = Number(await made().getAttribute('data-cost'));
    await dialog.getByRole('button', { name: 'Another individual' }).click();
    await expect(made()).not.toHaveAttribute('data-cost', String(cost));
  });

  story('many circuits to one request or to a table, stopped and saved', async () => {
    const { page } = owner;
    const many = dialog.getByTestId('batch');
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck();
    await dialog.getByRole('checkbox', { name: /Reciprocity/ }).check();
    await many.getByText('Many circuits').click();
    await many.getByRole('spinbutton', { name: 'Circuits' }).fill('1000');
    await many.getByRole('button', { name: 'Make them to this request' }).click();
    const state = many.getByTestId('batch-made');
    await expect(state).not.toHaveAttribute('data-made', '0');
    await many.getByRole('button', { name: 'Stop making' }).click();
    await expect(state).toHaveAttribute('data-running', 'false');
    expect(Number(await state.getAttribute('data-made'))).toBeLessThan(1000);

    const table = (text: string) =>
      many.locator('input[type=file]').setInputFiles({
        name: 'requests.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
    await table('reciprocity;colour\n0.2;\nmuch;\n');
    const problems = many.getByTestId('table-problems');
    await expect(problems).toContainText('Row 1, colour: no metric that can be ordered. Name it');
    await expect(problems).toContainText('Row 3, reciprocity: "much" is no number. Write 0.2');
    await expectAccessible(page);
    await table('reciprocity\n0.15..0.2\n0.2..0.3\n');
    await expect(state).toContainText('2 of 2 circuits made, 2 as asked.');
    await expect(state).toHaveAttribute('data-running', 'false');
    const saved = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        many.getByRole('button', { name: button }).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    expect((await saved('Save table')).trim().split('\n')).toHaveLength(3);
    const { circuits } = JSON.parse(await saved('Save edges')) as { circuits: unknown[] };
    expect(circuits).toHaveLength(2);
    await many.getByText('Many circuits').click();
  });

  story('shown in the room it is pinned, and who follows sees the same edges', async () => {
    await guest.page.getByRole('button', { name: 'Follow Cajal' }).click();
    await dialog.getByRole('button', { name: 'Show in the room' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(owner.page.getByTestId('edges')).toHaveAttribute('data-backend', 'stored');
    const hash = await owner.page.getByTestId('edges').getAttribute('data-hash');
    await expect(guest.page.getByTestId('edges')).toHaveAttribute('data-hash', hash ?? '');
    await expect(guest.page.getByTestId('edges')).toHaveAttribute('data-backend', 'stored');
    for (const room of [a, b])
      await expect(room.pins().filter({ hasText: 'to order' })).toHaveCount(1);
    expect((await a.circuit()).edges).toEqual((await b.circuit()).edges);
  });

  story('a guest orders too, and keeps it to themselves', async () => {
    const { page } = guest;
    await page.getByRole('button', { name: 'Synthesise' }).click();
    const own = page.getByRole('dialog', { name: 'A circuit to order' });
    await own.getByRole('button', { name: 'Synthesise' }).click();
    await expect(own.getByTestId('synthesis')).toContainText('Reached');
    await expect(own.getByRole('button', { name: 'Pin to the bench' })).toBeDisabled();
    await own.getByRole('button', { name: 'Show in the room' }).click();
    await expect(page.getByText('Shown to you alone')).toBeVisible();
    await expect(a.pins().filter({ hasText: 'to order' })).toHaveCount(1);
  });

  story('a path raises one metric and holds another, each step a circuit', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Climb' }).click();
    const asked = page.getByRole('dialog', { name: 'A path from the probe' });
    await expect(asked.getByRole('checkbox', { name: 'Density' })).toBeChecked();
    await expectAccessible(page);
    await asked.getByRole('button', { name: 'Find the path' }).click();
    const path = page.getByTestId('climb');
    await expect(path).toHaveAttribute('data-growing', 'false');
    const steps = Number(await path.getAttribute('data-steps'));
    expect(steps).toBeGreaterThan(2);
    await expect(page.getByTestId('path-step')).toHaveCount(steps);
    const start = JSON.stringify(await a.z());
    await path.getByRole('slider').press('End');
    await expect(path).toContainText(`${steps} of ${steps}`);
    await expect(page.getByTestId('probe')).not.toHaveAttribute('data-z', start);
    expect((await a.circuit()).edges.length).toBeGreaterThan(0);
    await path.getByRole('slider').press('Home');
    await expect(page.getByTestId('probe')).toHaveAttribute('data-z', start);
    await expectAccessible(page);
    await path.getByRole('button', { name: 'Clear path' }).click();
    await expect(page.getByTestId('path-step')).toHaveCount(0);
  });

  story('taken off the bench it is gone for both', async () => {
    await owner.page.getByRole('button', { name: /Remove \w+ to order/ }).click();
    for (const room of [a, b])
      await expect(room.pins().filter({ hasText: 'to order' })).toHaveCount(0);
  });

  story('on a phone, in the dark', async () => {
    const { page } = owner;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Structure and bench' }).click();
    await page.getByRole('button', { name: 'Synthesise' }).click();
    await dialog.getByRole('button', { name: 'Synthesise' }).click();
    await expect(made()).toContainText('Reached');
    await expectFits(page);
    await expectAccessible(page);
  });
});
