import type { Page } from '@playwright/test';
import { expectFinished } from './finished.ts';
import { demoOwner, newcomer, stranger, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** What a page shows of a map and its circuit. */
async function seen(page: Page) {
  const read = (at: string, name: string) => page.getByTestId(at).getAttribute(`data-${name}`);
  await new RoomPage(page).circuit();
  return {
    z: await read('probe', 'z'),
    seed: await read('edges', 'seed'),
    hash: await read('edges', 'hash'),
    colour: await page.getByLabel('Colour').inputValue(),
    tab: await page.getByRole('radio', { name: 'Matrix' }).getAttribute('aria-checked'),
  };
}

const outcome = (page: Page) => page.getByTestId('comparison').filter({ visible: true });

/** Opens a view by its link; decoded by wasm, as it was saved. */
async function open(page: Page, link: string) {
  await page.goto(`${link}?backend=wasm`);
  await expect(outcome(page)).not.toHaveAttribute('data-outcome', 'open');
}

story.describe.serial('a view is saved and opened again', () => {
  let owner: Visitor;
  let link = '';
  let shown: Awaited<ReturnType<typeof seen>>;

  story.beforeAll(async ({ browser, server }) => {
    owner = await demoOwner(browser, server.origin);
  });
  story.afterAll(async () => {
    await owner.leave();
    expect(owner.heard).toEqual([]);
  });

  story('in the room, under a short link, with title, note and picture', async () => {
    const { page } = owner;
    await RoomPage.openDemo(page);
    const room = new RoomPage(page);
    await room.dragProbe(40, -30);
    await page.getByRole('button', { name: 'Dice: another individual' }).click();
    await page.getByLabel('Colour').selectOption('Density');
    await page.getByRole('radio', { name: 'Matrix' }).click();
    shown = await seen(page);
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save view' });
    await dialog.getByLabel('Title').fill('A dense corner {50 %}');
    await dialog.getByLabel('Note').fill('Look at the hub.');
    await expectFinished(page, 'save-view');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog.getByRole('status')).toContainText('is saved');
    link = (await dialog.getByText(/\/v\//).innerText()).trim();
    expect(new URL(link).pathname).toMatch(/^\/v\/[2-9a-hjkmnp-z]{10}$/);
    await dialog.getByRole('link', { name: 'Open the view' }).click();
    await expect(page).toHaveURL(/\/v\//);
  });

  story('it opens as it was, says identical, and moves nobody', async () => {
    const { page } = owner;
    await open(page, link);
    await expect(outcome(page)).toHaveAttribute('data-outcome', 'identical');
    await expect(outcome(page)).toContainText('Identical: computed again');
    expect(await seen(page)).toEqual(shown);
    await expect(page.getByRole('heading', { name: 'A dense corner {50 %}' })).toBeVisible();
    await expectFinished(page, 'view');
    await new RoomPage(page).dragProbe(-30, 20);
    expect(await seen(page)).not.toEqual(shown);
    await page.getByRole('button', { name: 'Back to the view' }).click();
    expect(await seen(page)).toEqual(shown);
  });

  story(
    'a stranger may look into a lab open to guests, and not into a closed one',
    async ({ browser, server }) => {
      const visitor = await stranger(browser, server.origin);
      const { page } = visitor;
      await open(page, link);
      await expect(outcome(page)).toHaveAttribute('data-outcome', 'identical');
      expect(await seen(page)).toEqual(shown);
      await expect(page.getByRole('button', { name: 'Save a copy' })).toHaveCount(0);
      expect(visitor.heard).toEqual([]);
      await visitor.leave();
    },
  );

  story(
    'another person opens it, and saves a copy that says where it came from',
    async ({ browser, server }) => {
      const ben = await newcomer(browser, server.origin, 'Ben');
      await open(ben.page, link);
      expect(await seen(ben.page)).toEqual(shown);
      await ben.leave();
    },
  );
});
