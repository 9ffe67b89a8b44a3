import type { Locator } from '@playwright/test';
import { demoGuest, demoOwner, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

/** Sliders that steer the probe along directions, their effects, and directions found and kept. */
story.describe.serial('directions', () => {
  let owner: Visitor;
  let guest: Visitor;
  let room: RoomPage;

  story.beforeAll(async ({ browser, server }) => {
    guest = await demoGuest(browser, server.origin);
    await new RoomPage(guest.page).ready();
    owner = await demoOwner(browser, server.origin);
    room = new RoomPage(owner.page);
    await room.open(`${new URL(guest.page.url()).pathname}?backend=wasm`);
  });
  story.afterAll(async () => {
    const heard = [...owner.heard, ...guest.heard];
    await owner.leave();
    await guest.leave();
    expect(heard).toEqual([]);
  });

  const section = () => owner.page.getByRole('region', { name: 'Directions', exact: true });
  const slider = (name: string) => section().getByRole('slider', { name: `${name}, steps` });
  const row = (id: string) =>
    section().locator(`[data-testid="direction"][data-direction="${id}"]`);
  const amountOf = (id: string) => row(id).getAttribute('data-amount').then(Number);
  const group = (name: string) => section().getByRole('radio', { name }).click();
  const changed = (which: 'predicted' | 'measured', column: number) =>
    section().getByTestId(`change-${which}`).getByRole('cell').nth(column).innerText();
  const number = (text: string) => Number(text.replace('−', '-'));

  story(
    'a slider leads the probe by the keyboard, the circuit follows, reset brings it back',
    async () => {
      await expect(section().getByRole('slider')).toHaveCount(8);
      const from = await room.z();
      const before = await room.circuit();
      await slider('Density').focus();
      await owner.page.keyboard.press('End');
      expect(await amountOf('aligned:density')).toBe(2);
      const after = await room.circuit();
      expect(after.edges.length).toBeGreaterThan(1.3 * before.edges.length);
      await expect.poll(async () => number(await changed('measured', 0))).toBeGreaterThan(1);
      expect(number(await changed('predicted', 0))).toBeGreaterThan(1);
      await owner.page.keyboard.press('ArrowLeft');
      expect(await amountOf('aligned:density')).toBe(1.95);
      await slider('Reciprocity').focus();
      await owner.page.keyboard.press('Home');
      expect(await amountOf('aligned:density')).toBe(1.95);
      await section().getByRole('button', { name: 'Reset' }).click();
      expect(await room.z()).toEqual(from);
      expect(await amountOf('aligned:reciprocity')).toBe(0);
      expect((await room.circuit()).edges).toEqual(before.edges);
    },
  );

  story(
    'a dragged slider decodes as it goes; who follows sees probe and sliders, and may take over',
    async () => {
      const box = await slider('Clustering').boundingBox();
      if (!box) throw new Error('there is no slider');
      const y = box.y + box.height / 2;
      await owner.page.mouse.move(box.x + box.width / 2, y);
      await owner.page.mouse.down();
      const seen = new Set<string>();
      for (const share of [0.6, 0.7, 0.8, 0.9]) {
        await owner.page.mouse.move(box.x + share * box.width, y);
        seen.add(JSON.stringify((await room.circuit()).edges));
      }
      await owner.page.mouse.up();
      expect(seen.size).toBe(4);
      expect(await amountOf('aligned:clustering')).toBeGreaterThan(1);
      const there = JSON.stringify(await room.z());
      await guest.page.getByRole('button', { name: 'Follow Cajal' }).click();
      await expect(guest.page.getByTestId('probe')).toHaveAttribute('data-z', there);
      const theirs = guest.page.getByRole('region', { name: 'Directions', exact: true });
      const amount = (of: Locator) => of.locator('[data-direction="aligned:clustering"]');
      const led = String(await amountOf('aligned:clustering'));
      await expect(amount(theirs)).toHaveAttribute('data-amount', led);
      for (const which of ['predicted', 'measured'] as const) {
        const cells = (of: Locator) => of.getByTestId(`change-${which}`).getByRole('cell');
        await expect(cells(theirs)).toHaveText(await cells(section()).allInnerTexts());
      }
      await slider('Clustering').press('ArrowLeft');
      const next = String(await amountOf('aligned:clustering'));
      expect(next).not.toBe(led);
      await expect(amount(theirs)).toHaveAttribute('data-amount', next);
      // The guest's own hand ends following and goes on from there.
      await theirs.getByRole('slider', { name: 'Density, steps' }).press('ArrowRight');
      await expect(theirs.locator('[data-direction="aligned:density"]')).toHaveAttribute(
        'data-amount',
        '0.05',
      );
      await expect(amount(theirs)).toHaveAttribute('data-amount', next);
      expect(await amountOf('aligned:density')).toBe(0);
    },
  );

  story('whatever else moves the probe, the sliders begin anew from there', async () => {
    await room.dragProbe(40, 20);
    expect(await amountOf('aligned:clustering')).toBe(0);
    const from = await room.z();
    await slider('Cycles').focus();
    await owner.page.keyboard.press('ArrowRight');
    expect(await room.z()).not.toEqual(from);
    await section().getByRole('button', { name: 'Reset' }).click();
    expect(await room.z()).toEqual(from);
  });

  story('effects are measured on held-out circuits, and can be stopped', async () => {
    await section().getByRole('button', { name: 'Measure effects' }).click();
    await section().getByRole('button', { name: 'Stop measuring' }).click();
    await section().getByRole('button', { name: 'Measure effects' }).click();
    await expect(section().getByRole('button', { name: 'Measure effects' })).toBeVisible({
      timeout: 120_000,
    });
    await expect(section().locator('td[data-measured="true"]')).toHaveCount(64);
    await row('aligned:reciprocity').getByRole('button').click();
    const dialog = owner.page.getByRole('dialog', { name: /Reciprocity: metric-aligned/ });
    await expect(dialog).toContainText('24 held-out circuits, 4 individuals each');
    const own = dialog.locator('[data-metric="reciprocity"]');
    expect(Number(await own.getAttribute('data-change'))).toBeGreaterThan(2);
    await expect(own.getByRole('cell').last()).toHaveText('1.00');
    await expectAccessible(owner.page);
    await owner.page.keyboard.press('Escape');
  });

  story(
    'a purified direction: what it costs is seen, it steers, and it is kept for the lab',
    async () => {
      await section().getByRole('button', { name: 'Purify' }).click();
      const dialog = owner.page.getByRole('dialog', { name: 'Purify a direction' });
      const says = dialog.getByTestId('purify-says');
      await expect(says).toContainText('sd of the data', { timeout: 120_000 });
      const first = await says.innerText();
      await dialog.getByRole('slider', { name: 'Ridge' }).press('ArrowRight');
      await expect(says).not.toHaveText(first);
      for (const name of ['Density', 'Clustering', 'Cycles', 'Feed-forward closure'])
        await dialog.getByRole('checkbox', { name }).uncheck();
      await expectAccessible(owner.page);
      await dialog.getByRole('button', { name: 'Add to the sliders' }).click();
      await expect(section().getByRole('slider')).toHaveCount(1);
      const from = await room.z();
      await slider('Reciprocity, 3 held').press('End');
      expect(await room.z()).not.toEqual(from);
      await section().getByRole('button', { name: 'Reset' }).click();

      await section().getByRole('button', { name: 'Reciprocity, 3 held' }).click();
      const found = owner.page.getByRole('dialog', { name: /purified direction/ });
      await found.getByRole('button', { name: 'Measure effects' }).click();
      await expect(found).toContainText('24 held-out circuits', { timeout: 60_000 });
      await found.getByRole('button', { name: 'Measure again' }).waitFor();
      await found.getByLabel('Keep it for the lab as').fill('Only reciprocity');
      await found.getByRole('button', { name: 'Keep' }).click();
      await expect(found).toHaveCount(0);
      await expect(slider('Only reciprocity')).toBeVisible();
      await expect(section().getByRole('slider')).toHaveCount(1);
    },
  );

  story(
    'somebody else finds what was kept, with its effects, and may not take it away',
    async () => {
      const theirs = guest.page.getByRole('region', { name: 'Directions', exact: true });
      await theirs.getByRole('radio', { name: 'Found' }).click();
      await theirs.getByRole('button', { name: 'Only reciprocity' }).click();
      const dialog = guest.page.getByRole('dialog', { name: /Only reciprocity/ });
      await expect(dialog).toContainText('Kept by Cajal');
      await expect(dialog).toContainText('24 held-out circuits');
      await expect(dialog.getByRole('button', { name: 'Remove' })).toHaveCount(0);
      await guest.page.keyboard.press('Escape');
      await section().getByRole('button', { name: 'Only reciprocity' }).click();
      await owner.page.getByRole('button', { name: 'Remove' }).click();
      await expect(section()).toContainText('None found yet');
      for (const name of ['Metrics', 'Found']) await theirs.getByRole('radio', { name }).click();
      await expect(theirs).toContainText('None found yet');
    },
  );

  story('the difference of a selection and all others', async () => {
    const { page } = owner;
    await section().getByRole('button', { name: 'Difference' }).click();
    const dialog = page.getByRole('dialog', { name: 'Difference of two selections' });
    await expect(dialog).toContainText('Nothing is selected');
    await page.keyboard.press('Escape');
    const box = await page.getByTestId('latent-map').boundingBox();
    if (!box) throw new Error('there is no map');
    await page.getByTestId('latent-map').focus();
    await page.keyboard.press('r');
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.8, { steps: 5 });
    await page.mouse.up();
    await section().getByRole('button', { name: 'Difference' }).click();
    await dialog
      .getByRole('button', { name: 'From all other training circuits to the selection' })
      .click();
    await group('Found');
    const from = await room.z();
    await section().getByRole('slider').press('End');
    expect(await room.z()).not.toEqual(from);
    await page.keyboard.press('Escape');
  });

  story('a direction towards better memory, from scores of observed circuits', async () => {
    await section().getByRole('button', { name: 'By function' }).click();
    const dialog = owner.page.getByRole('dialog', { name: 'Direction of a function' });
    await dialog.getByRole('button', { name: 'Find the direction' }).click();
    await expect(dialog.getByTestId('function-says')).toContainText('held-out circuits', {
      timeout: 120_000,
    });
    await dialog.getByRole('button', { name: 'Add to the sliders' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(slider('Memory capacity at 0.9')).toBeVisible();
    await section().getByRole('button', { name: 'Memory capacity at 0.9' }).click();
    const found = owner.page.getByRole('dialog', { name: /function-aligned direction/ });
    await found.getByRole('button', { name: 'Measure effects' }).click();
    const score = found.locator('[data-metric="function:memory"]');
    // From the second circuit on there is an interval; the rest is not waited for.
    await expect(score).toContainText(/ to /);
    await found.getByRole('button', { name: 'Stop measuring' }).click();
    await owner.page.keyboard.press('Escape');
  });

  story('on a phone the sliders stand in a sheet', async () => {
    const { page } = owner;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Steer', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Steer along directions' });
    await sheet.getByRole('radio', { name: 'Axes' }).click();
    const from = await room.z();
    await sheet.getByRole('slider').first().press('PageUp');
    expect(await room.z()).not.toEqual(from);
    await expect(sheet).toContainText('predicted');
    await expectFits(page);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });
});
