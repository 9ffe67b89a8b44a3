import type { Page } from '@playwright/test';
import { joinDemo } from './join-demo.ts';
import { demoOwner, newcomer, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

/** A direction and the names that two people give it: votes, a prediction and its test, side by side. */
story.describe.serial('names of a direction', () => {
  let owner: Visitor;
  let other: Visitor;

  story.beforeAll(async ({ browser, server }) => {
    owner = await demoOwner(browser, server.origin);
    other = await newcomer(browser, server.origin, 'Golgi');
    await joinDemo(owner.page, other.page, server.origin);
  });
  story.afterAll(async () => {
    const heard = [...owner.heard, ...other.heard];
    await owner.leave();
    await other.leave();
    expect(heard).toEqual([]);
  });

  const name = (page: Page, called: string) => page.getByRole('article', { name: called });
  const verdict = (page: Page, called: string) => name(page, called).getByTestId('test');
  const order = (page: Page) => page.getByTestId('name').getByRole('heading', { level: 3 });
  const sortBy = (page: Page, by: string) =>
    page
      .getByRole('radiogroup', { name: 'Sort names by' })
      .getByRole('radio', { name: by })
      .click();
  const title = (page: Page) => page.getByRole('heading', { level: 1 });
  const vote = (page: Page, called: string, side: 'For' | 'Against') =>
    name(page, called).getByRole('button', { name: new RegExp(`^${side}`) });

  story('a direction kept in a room has a page, which shows a film along it', async () => {
    const { page } = owner;
    await RoomPage.openDemo(page);
    const panel = page.getByRole('region', { name: 'Directions', exact: true });
    await panel.getByRole('button', { name: 'Reciprocity', exact: true }).click();
    await page.getByLabel('Keep it for the lab as').fill('Reciprocity axis');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await panel.getByRole('radio', { name: 'Found' }).click();
    await panel.getByRole('button', { name: 'Reciprocity axis' }).click();
    await page.getByRole('link', { name: 'Names, claims and their tests' }).click();
    await expect(title(page)).toHaveText('Reciprocity axis');
    const film = page.getByTestId('film');
    await expect(film).toHaveAttribute('data-frames', '9');
    await expect(film).toHaveAttribute('data-at', '4');
    await film.getByRole('slider', { name: 'Step' }).press('End');
    await expect(film).toHaveAttribute('data-at', '8');
    await page.getByRole('button', { name: 'Another individual' }).click();
    await expect(film).toHaveAttribute('data-frames', '9');
    await film.getByRole('button', { name: 'Play' }).click();
    await expect(film).not.toHaveAttribute('data-at', '8');
    await film.getByRole('button', { name: 'Stop' }).click();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await film.getByRole('slider', { name: 'Step' }).press('Home');
    await film.getByRole('button', { name: 'Next step' }).click();
    await expect(film).toHaveAttribute('data-at', '1');
    await page.emulateMedia({ reducedMotion: null });
  });

  story('effects stand beside those of random directions, for whoever comes', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Measure effects' }).click();
    const row = (of: Page, metric: string) =>
      of.getByTestId('effects').locator(`[data-metric="${metric}"]`);
    await expect(row(page, 'reciprocity')).toBeVisible({ timeout: 120_000 });
    await other.page.goto(new URL(page.url()).pathname);
    for (const metric of ['reciprocity', 'density', 'cycles']) {
      const found = row(other.page, metric);
      const bound = Number(await found.getAttribute('data-null'));
      expect(bound).toBeGreaterThan(0.3);
      expect(Number(await found.getAttribute('data-change'))).toBeGreaterThan(bound);
    }
    await expect(
      other.page.getByText('random directions of this length stay inside'),
    ).toBeVisible();
    await expectAccessible(page);
  });

  story(
    'a second name is proposed with a prediction and wins by votes, seen as it happens',
    async () => {
      const { page } = other;
      await page.getByRole('button', { name: 'Propose a name' }).click();
      const dialog = page.getByRole('dialog', { name: 'Propose a name' });
      await dialog.getByLabel('Name', { exact: true }).fill('Two-way wiring');
      await dialog.getByLabel('Claim').fill('Pairs connect back, and nothing becomes denser');
      for (const [at, metric, change] of [
        [1, 'Reciprocity', 'rises'],
        [2, 'Density', 'stays'],
      ] as const) {
        await dialog.getByRole('button', { name: 'Add a statement' }).click();
        await dialog.getByLabel(`Metric of statement ${at}`).selectOption({ label: metric });
        await dialog
          .getByRole('radiogroup', { name: `Change of statement ${at}` })
          .getByRole('radio', { name: change })
          .click();
      }
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(name(owner.page, 'Two-way wiring')).toContainText('Golgi');
      await expect(title(owner.page)).toHaveText('Reciprocity axis');
      await vote(page, 'Two-way wiring', 'For').click();
      await expect(title(owner.page)).toHaveText('Two-way wiring');
      await vote(owner.page, 'Two-way wiring', 'For').click();
      await expect(vote(page, 'Two-way wiring', 'For')).toContainText('2');
      await vote(owner.page, 'Reciprocity axis', 'For').click();
      await expect(order(page)).toHaveText(['Two-way wiring', 'Reciprocity axis']);
      // a vote is changed and taken back by the same buttons
      await vote(owner.page, 'Two-way wiring', 'Against').click();
      await expect(title(page)).toHaveText('Reciprocity axis');
      await expect(vote(owner.page, 'Two-way wiring', 'Against')).toContainText('1');
      await vote(owner.page, 'Two-way wiring', 'Against').click();
      await expect(vote(page, 'Two-way wiring', 'Against')).toContainText('0');
      await vote(owner.page, 'Two-way wiring', 'For').click();
      await expect(title(page)).toHaveText('Two-way wiring');
    },
  );

  story('its prediction is tested and contradicted, with the figures, for both', async () => {
    const { page } = owner;
    await expect(verdict(page, 'Two-way wiring')).toHaveAttribute('data-verdict', 'none');
    await name(page, 'Two-way wiring').getByRole('button', { name: 'Test it' }).click();
    await expect(verdict(other.page, 'Two-way wiring')).toHaveAttribute(
      'data-verdict',
      'contradicted',
      { timeout: 120_000 },
    );
    const statement = (metric: string) =>
      verdict(other.page, 'Two-way wiring').locator(`[data-metric="${metric}"]`);
    await expect(statement('reciprocity')).toHaveAttribute('data-verdict', 'supported');
    await expect(statement('density')).toHaveAttribute('data-verdict', 'contradicted');
    await expect(statement('density')).toContainText(/\+\d\.\d\d \[\+\d\.\d\d, \+\d\.\d\d\]/);
    await expect(verdict(other.page, 'Two-way wiring')).toContainText('in the browser of Cajal');
  });

  story('sorted by votes, by test, and by where they disagree', async () => {
    const { page } = owner;
    await name(page, 'Reciprocity axis')
      .getByRole('button', { name: 'State a prediction' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'What Reciprocity axis predicts' });
    await dialog.getByLabel('Claim').fill('More pairs connect both ways');
    await dialog.getByRole('button', { name: 'State it' }).click();
    await name(page, 'Reciprocity axis').getByRole('button', { name: 'Test it' }).click();
    await expect(verdict(page, 'Reciprocity axis')).toHaveAttribute('data-verdict', 'supported', {
      timeout: 120_000,
    });
    await expect(order(page)).toHaveText(['Two-way wiring', 'Reciprocity axis']);
    await sortBy(page, 'Test');
    await expect(order(page)).toHaveText(['Reciprocity axis', 'Two-way wiring']);
    await sortBy(page, 'Disagreement');
    await expect(order(page)).toHaveText(['Two-way wiring', 'Reciprocity axis']);
  });

  story('evidence and comments stand with a name; whoever wrote one takes it back', async () => {
    const { page } = other;
    const mine = name(page, 'Two-way wiring');
    await mine.getByRole('button', { name: 'Add evidence' }).click();
    const dialog = page.getByRole('dialog', { name: 'Evidence for Two-way wiring' });
    await dialog.getByLabel('Address').fill('https://example.org/pairs');
    await dialog.getByLabel('What it is').fill('A note on pairs');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await mine.getByRole('button', { name: 'Add evidence' }).click();
    await dialog.getByRole('radio', { name: 'Measured effect' }).click();
    await dialog.getByRole('button', { name: 'Reciprocity' }).click();
    const theirs = name(owner.page, 'Two-way wiring');
    await expect(theirs.getByRole('link', { name: 'A note on pairs' })).toBeVisible();
    await expect(theirs.getByRole('list', { name: /^Evidence/ })).toContainText('24 circuits');
    await mine.getByText('Comment', { exact: true }).click();
    await mine.getByLabel('Comment on Two-way wiring').fill('Density *rises* too.');
    await mine.getByRole('button', { name: 'Write' }).click();
    await theirs.getByText('1 comment').click();
    await expect(theirs.getByText('Density rises too.')).toBeVisible();
    await expect(theirs.locator('em')).toHaveText('rises');
    await mine.getByRole('button', { name: 'Remove comment' }).click();
    await expect(theirs.getByText('Density rises too.')).toHaveCount(0);
  });

  story('the room steers by the title, and the model lists the direction', async () => {
    const { page } = other;
    await page.goto(new URL(owner.page.url()).pathname.replace(/\/directions\/.*/, ''));
    await page.getByRole('link', { name: 'Two-way wiring' }).click();
    await expect(title(page)).toHaveText('Two-way wiring');
    await RoomPage.openDemo(owner.page);
    const panel = owner.page.getByRole('region', { name: 'Directions', exact: true });
    await panel.getByRole('radio', { name: 'Found' }).click();
    await expect(panel.getByRole('slider', { name: 'Two-way wiring, steps' })).toBeVisible();
  });

  story('a circuit pinned in the room becomes evidence, with its picture', async () => {
    const room = new RoomPage(owner.page);
    const pinned = await room.pins().count(); // other stories of this server pin here too
    await owner.page.getByRole('button', { name: 'Pin probe' }).click();
    await expect(room.pins()).toHaveCount(pinned + 1);
    const { page } = other;
    const list = name(page, 'Two-way wiring').getByRole('list', { name: /^Evidence/ });
    const before = await list.getByRole('listitem').count();
    await list.getByRole('button', { name: 'Add evidence' }).click();
    const dialog = page.getByRole('dialog', { name: 'Evidence for Two-way wiring' });
    await dialog.getByRole('radio', { name: 'Pinned circuit' }).click();
    await dialog.getByRole('listitem').last().getByRole('button').click();
    await expect(dialog).toHaveCount(0);
    await expect(list.getByRole('listitem')).toHaveCount(before + 1);
    await expect(list.getByRole('img', { name: /^Circuit of pin .* connections$/ })).toBeVisible();
  });

  story('on a phone and in the dark everything stands below each other', async () => {
    const { page } = other;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.getByTestId('film')).toHaveAttribute('data-frames', '9');
    await expectFits(page);
    await expectAccessible(page);
  });
});
