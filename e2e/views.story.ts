import type { Page } from '@playwright/test';
import { expectFinished } from './finished.ts';
import { keepFixture, openView, outcome, saved, saveView } from './kept-view.ts';
import { demoGuest, demoOwner, newcomer, stranger, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** What a page shows of a map and its circuit. */
async function seen(page: Page) {
  const read = (at: string, name: string) => page.getByTestId(at).getAttribute(`data-${name}`);
  const checked = (name: string) =>
    page.getByRole('radio', { name, exact: true }).getAttribute('aria-checked');
  await new RoomPage(page).circuit();
  return {
    z: await read('probe', 'z'),
    seed: await read('edges', 'seed'),
    hash: await read('edges', 'hash'),
    colour: await page.getByLabel('Colour').inputValue(),
    matrix: await checked('Matrix'),
    observed: await page.getByTestId('observed').count(),
    // where people are together it can be commented on
    selected: (await page.getByTestId('selection').allInnerTexts()).map((text) =>
      text.replace('Comment\n', ''),
    ),
  };
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
    await expect(page.getByTestId('structure-band')).toHaveAttribute('data-drawn', '200');
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save view' });
    await dialog.getByLabel('Title').fill('A dense corner {50 %}');
    await dialog.getByLabel('Note').fill('Look at the hub.');
    await expectFinished(page, 'save-view');
    link = await saved(dialog);
    expect(new URL(link).pathname).toMatch(/^\/v\/[2-9a-hjkmnp-z]{10}$/);
    await expectFinished(page, 'saved-view');
    await dialog.getByRole('link', { name: 'Open the view' }).click();
    await expect(page).toHaveURL(/\/v\//);
    await keepFixture(page, link, 'matrix-by-density');
  });

  story('it opens as it was, says identical, and moves nobody', async () => {
    const { page } = owner;
    await openView(page, link);
    await expect(outcome(page)).toHaveAttribute('data-outcome', 'identical');
    await expect(outcome(page)).toContainText('Identical: computed again');
    await expect(outcome(page)).toHaveAttribute('data-beside', '8');
    await expect(outcome(page)).toContainText('so are the 200 random circuits');
    expect(await seen(page)).toEqual(shown);
    await expect(page.getByRole('heading', { name: 'A dense corner {50 %}' })).toBeVisible();
    await expectFinished(page, 'view');
    await new RoomPage(page).dragProbe(-30, 20);
    expect(await seen(page)).not.toEqual(shown);
    await page.getByRole('button', { name: 'Back to the view' }).click();
    expect(await seen(page)).toEqual(shown);
    await RoomPage.openDemo(page);
    await new RoomPage(page).dragProbe(30, 30);
    await page.getByLabel('Colour').selectOption('Cycles');
    const room = await seen(page);
    await page.getByRole('button', { name: 'Dice: another individual' }).click();
    await openView(page, link);
    expect(await seen(page)).toEqual(shown);
    expect(room.colour).not.toBe(shown.colour);
  });

  story('selection, terrain, plane and the observed circuit are kept too', async () => {
    const { page } = owner;
    await RoomPage.openDemo(page);
    await page.getByLabel('Vertical axis').selectOption('PC 3');
    const map = page.getByTestId('latent-map');
    const box = await map.boundingBox();
    if (!box) throw new Error('no map');
    await page.getByRole('radio', { name: 'Box', exact: true }).click();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 6 });
    await page.mouse.up();
    await page.getByRole('radio', { name: 'Probe', exact: true }).click();
    await page.getByRole('button', { name: 'Terrain' }).click();
    const now = await seen(page);
    expect(now.selected).toHaveLength(1);
    const other = await saveView(page, 'A part of the map');
    await keepFixture(page, other, 'selection-and-terrain');
    await openView(page, other);
    await expect(outcome(page)).toHaveAttribute('data-outcome', 'identical');
    expect(await seen(page)).toEqual(now);
    await expect(page.getByRole('button', { name: 'Terrain' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  story('the stored connections of a pin are those of the view', async () => {
    const { page } = owner;
    await RoomPage.openDemo(page);
    const room = new RoomPage(page);
    await page.getByRole('button', { name: 'Pin probe' }).click();
    await room.dragProbe(-40, 30);
    await room
      .pins()
      .last()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await expect(page.getByText(/^Pinned /)).toBeVisible();
    const other = await saveView(page, 'A pin');
    await keepFixture(page, other, 'stored-connections');
    await openView(page, other);
    await expect(outcome(page)).toHaveAttribute('data-outcome', 'identical');
    await expect(outcome(page)).toContainText('are those that were stored');
    await expect(page.getByText(/^Pinned /)).toBeVisible();
  });

  story(
    'another person opens it, cites it, and saves a copy that says where it came from',
    async ({ browser, server }) => {
      const ben = await newcomer(browser, server.origin, 'Ben');
      const { page } = ben;
      await openView(page, link);
      expect(await seen(page)).toEqual(shown);
      await expect(page.getByText('Saved by Cajal')).toBeVisible();
      await page.getByRole('button', { name: 'Cite' }).click();
      const cite = page.getByRole('dialog', { name: 'Cite this view' });
      await expect(cite.getByText(/title = {{A dense corner/)).toContainText('\\{50 \\%\\}');
      await cite.getByRole('radio', { name: 'CFF' }).click();
      await expect(cite.getByText(/cff-version: 1.2.0/)).toContainText('name: "Cajal"');
      await expectFinished(page, 'cite-view');
      await cite.getByRole('button', { name: 'Close' }).click();
      // a guest of the demo lab looks; a copy takes the right to speak
      await expect(page.getByRole('button', { name: 'Save a copy' })).toHaveCount(0);
      expect(ben.heard).toEqual([]);
      await ben.leave();

      await openView(owner.page, link);
      await owner.page.getByRole('button', { name: 'Save a copy' }).click();
      const dialog = owner.page.getByRole('dialog', { name: 'Save a copy' });
      await dialog.getByLabel('Title').fill('A copy');
      const copy = await saved(dialog);
      await openView(owner.page, copy);
      await expect(outcome(owner.page)).toHaveAttribute('data-outcome', 'identical');
      await owner.page.getByRole('link', { name: 'A dense corner {50 %}' }).click();
      await expect(owner.page).toHaveURL(new RegExp(new URL(link).pathname));
    },
  );

  story(
    'a stranger looks into a lab open to guests; of a closed one they hear nothing',
    async ({ browser, server }) => {
      const visitor = await stranger(browser, server.origin);
      const { page } = visitor;
      await openView(page, link);
      await expect(outcome(page)).toHaveAttribute('data-outcome', 'identical');
      expect(await seen(page)).toEqual(shown);
      await expect(page.getByRole('button', { name: 'Save a copy' })).toHaveCount(0);
      expect(visitor.heard).toEqual([]);

      await owner.page.goto('/labs/demo/settings');
      await owner.page.getByRole('button', { name: 'Close to guests' }).click();
      await expect(owner.page.getByRole('button', { name: 'Open to guests' })).toBeVisible();
      const main = page.getByRole('main');
      const said: string[] = [];
      for (const path of [new URL(link).pathname, '/v/2222222222']) {
        await page.goto(path);
        await expect(main).toContainText('There is nothing here that you may see');
        said.push(await main.innerText());
      }
      expect(said[0]).toBe(said[1]);
      expect(await page.content()).not.toMatch(/dense corner|Cajal|Demo lab/);
      await owner.page.getByRole('button', { name: 'Open to guests' }).click();
      await expect(owner.page.getByRole('button', { name: 'Close to guests' })).toBeVisible();
      await visitor.leave();
    },
  );

  story(
    'the list of the lab shows it, newest first, and follows what others do',
    async ({ browser, server }) => {
      const guest = await demoGuest(browser, server.origin);
      await guest.page.goto('/labs/demo/views');
      const theirs = guest.page.getByRole('list', { name: 'Views' }).getByRole('listitem');
      await expect(theirs.first()).toContainText('A copy');
      await expect(guest.page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);

      const { page } = owner;
      await page.goto('/labs/demo/views');
      const rows = page.getByRole('list', { name: 'Views' }).getByRole('listitem');
      const titles = ['A copy', 'A pin', 'A part of the map', 'A dense corner {50 %}'];
      for (const [k, title] of titles.entries()) await expect(rows.nth(k)).toContainText(title);
      await expect(rows.first()).toContainText('from “A dense corner {50 %}”');
      await expectFinished(page, 'views');
      await page.getByRole('button', { name: 'Change A copy' }).click();
      const words = page.getByRole('dialog', { name: 'Title and note' });
      await words.getByLabel('Title').fill('A better copy');
      await words.getByRole('button', { name: 'Keep' }).click();
      await expect(theirs.first()).toContainText('A better copy');
      await page.getByRole('button', { name: 'Delete A better copy' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(theirs.first()).toContainText('A pin');
      await page.getByRole('radio', { name: 'Mine' }).click();
      await expect(rows.first()).toContainText('A pin');
      await guest.page.getByRole('radio', { name: 'Mine' }).click();
      await expect(guest.page.getByText('You have saved no view here')).toBeVisible();
      expect(guest.heard).toEqual([]);
      await guest.leave();
    },
  );
});
