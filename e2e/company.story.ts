import type { Page } from '@playwright/test';
import { expectFinished } from './finished.ts';
import { freshName, openRoom } from './open-room.ts';
import { demoOwner, newcomer, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, story } from './story.ts';

/** As the browser tells a page that its tab went to the back, or came to the front again. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

/** Three people in windows of different shape, in a room of their own. */
story.describe.serial('three people keep company in a room', () => {
  let visitors: Visitor[] = [];
  let cajal: RoomPage;
  let ben: RoomPage;
  let cleo: RoomPage;
  let path = '';
  const face = (of: RoomPage, name: string) =>
    of.page
      .getByRole('group', { name: 'People in this room' })
      .getByRole('button', { name: new RegExp(`ollow(ing)? ${name}`) });

  story.beforeAll(async ({ browser, server }) => {
    const { origin } = server;
    const owner = await demoOwner(browser, origin);
    const second = await newcomer(browser, origin, 'Ben');
    const third = await newcomer(browser, origin, 'Cleo');
    visitors = [owner, second, third];
    [cajal, ben, cleo] = [owner, second, third].map(({ page }) => new RoomPage(page)) as [
      RoomPage,
      RoomPage,
      RoomPage,
    ];
    path = `${await openRoom(owner.page, freshName('Company'))}?backend=wasm`;
    await third.page.setViewportSize({ width: 820, height: 1180 });
    for (const one of [cajal, ben, cleo]) await one.open(path);
  });
  story.afterAll(async () => {
    const heard = visitors.flatMap((one) => one.heard);
    for (const one of visitors) await one.leave();
    expect(heard).toEqual([]);
  });

  story(
    'along a chain everyone sees what its end sees, whatever the shape of their window',
    async () => {
      await face(ben, 'Cajal').click();
      await face(cleo, 'Ben').click();
      const map = await cajal.page.getByTestId('latent-map').boundingBox();
      const probe = await cajal.page.getByTestId('probe').boundingBox();
      if (!map || !probe) throw new Error('there is no map');
      const toEdge = map.x + map.width - 24 - (probe.x + probe.width / 2);
      await cajal.dragProbe(toEdge, 12);
      const led = JSON.stringify(await cajal.z());
      for (const one of [ben, cleo])
        await expect(one.page.getByTestId('probe')).toHaveAttribute('data-z', led);
      const mark = await cleo.page.getByTestId('probe').boundingBox();
      const there = await cleo.page.getByTestId('latent-map').boundingBox();
      if (!mark || !there) throw new Error('the probe is not on the map');
      expect(there.width / there.height).toBeLessThan((0.8 * map.width) / map.height);
      expect(mark.x + mark.width / 2).toBeGreaterThan(there.x + 0.8 * there.width);
      expect(mark.x + mark.width / 2).toBeLessThan(there.x + there.width);
    },
  );

  story('a movement of my own ends it, and those behind me follow me then', async () => {
    await ben.page.getByTestId('latent-map').focus();
    await ben.page.keyboard.press('ArrowUp');
    await expect(face(ben, 'Cajal')).toHaveAttribute('aria-pressed', 'false');
    const led = JSON.stringify(await ben.z());
    await expect(cleo.page.getByTestId('probe')).toHaveAttribute('data-z', led);
    expect(JSON.stringify(await cajal.z())).not.toBe(led);
    await cleo.page.getByTestId('latent-map').focus();
    await cleo.page.keyboard.press('Escape');
    await expect(face(cleo, 'Ben')).toHaveAttribute('aria-pressed', 'false');
  });

  story('a circle of three ends with the last who closed it', async () => {
    await face(ben, 'Cajal').click();
    await face(cleo, 'Ben').click();
    await face(cajal, 'Cleo').click();
    await expect(face(cajal, 'Cleo')).toHaveAttribute('aria-pressed', 'true');
    for (const [one, whom] of [
      [ben, 'Cajal'],
      [cleo, 'Ben'],
    ] as const)
      await expect(face(one, whom)).toHaveAttribute('aria-pressed', 'false');
    await face(cajal, 'Cleo').click();
  });

  story('everyone is asked to come, one comes and one declines', async () => {
    await cajal.page.getByRole('button', { name: 'Bring everyone here' }).click();
    const offers = [ben, cleo].map(({ page }) => page.getByTestId('call-offer'));
    for (const offer of offers) await expect(offer).toContainText('Cajal asks everyone');
    await expectFinished(ben.page, 'lost-call-offer');
    await ben.page.keyboard.press('Alt+Shift+KeyY');
    await expect(face(ben, 'Cajal')).toHaveAttribute('aria-pressed', 'true');
    await cleo.page.getByRole('button', { name: 'Decline' }).press('Enter');
    for (const offer of offers) await expect(offer).toHaveCount(0);
    await expect(cajal.page.getByText('1 of 2 came, 1 declined')).toBeVisible();
    await expectAccessible(cajal.page);
    await expect(face(cleo, 'Cajal')).toHaveAttribute('aria-pressed', 'false');
    await cajal.page.getByRole('button', { name: 'End call' }).click();
    await expect(face(ben, 'Cajal')).toHaveAttribute('aria-pressed', 'true'); // who came stays
    await face(ben, 'Cajal').click();
  });

  story('what somebody points at is seen by the others, with Shift, and by keys', async () => {
    const shown = ben.page.locator('[data-testid=pointing]:not([data-key=me])');
    const box = await cajal.page.getByTestId('latent-map').boundingBox();
    if (!box) throw new Error('there is no map');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await ben.page.emulateMedia({ reducedMotion: 'no-preference' });
    await cleo.page.emulateMedia({ reducedMotion: 'reduce' });
    const watched = ben.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => {
            const lines = document.querySelectorAll('[data-testid=trail] line').length;
            if (lines > 2) resolve(lines);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await cajal.page.mouse.move(x, y);
    await expect(shown).toHaveCount(0);
    await cajal.page.keyboard.down('Shift');
    await expect(shown).toHaveCount(1);
    for (let step = 0; step < 60; step++)
      await cajal.page.mouse.move(x + 2 * step, y + 40 * Math.sin(step / 6));
    expect(await watched).toBeGreaterThan(2);
    const still = cleo.page.locator('[data-testid=pointing]:not([data-key=me])');
    await expect
      .poll(
        async () => (await still.getAttribute('data-z')) === (await shown.getAttribute('data-z')),
      )
      .toBe(true);
    await expect(cleo.page.getByTestId('trail')).toHaveCount(0);
    await cajal.page.keyboard.up('Shift');
    for (const one of [shown, still]) await expect(one).toHaveCount(0);
    await expect(ben.page.getByTestId('trail')).toHaveCount(0); // it fades by itself

    await cajal.page.getByTestId('latent-map').focus();
    const before = await cajal.z();
    await cajal.page.keyboard.press('p');
    await cajal.page.keyboard.press('ArrowRight');
    await expect(shown).toHaveCount(1);
    expect(await cajal.z()).toEqual(before); // the probe stays
    await cajal.page.keyboard.press('v');
    await expect(shown).toHaveCount(0);
  });

  story('who is idle and who has left are told apart', async () => {
    await expect(face(cajal, 'Ben')).toHaveAccessibleName('Follow Ben');
    await setHidden(ben.page, true);
    await expect(face(cajal, 'Ben')).toHaveAccessibleName('Follow Ben (idle)');
    await cleo.page.goto('/labs/demo');
    await expect(cajal.page.getByText('Cleo has left')).toBeAttached();
    await expect(face(cajal, 'Cleo')).toHaveCount(0);
    await expect(cajal.page.getByText('Ben has left')).toHaveCount(0);
    await cajal.page.getByRole('button', { name: /elsewhere in the lab/ }).click();
    const elsewhere = cajal.page.getByRole('dialog', { name: 'Elsewhere in the lab' });
    await expect(elsewhere).toContainText('Cleo on the pages of the lab');
    await expectFinished(cajal.page, 'lost-idle-and-left');
    await cajal.page.keyboard.press('Escape');
    const here = cleo.page.getByRole('list', { name: 'Here now' }).getByRole('listitem');
    await expect(here.filter({ hasText: 'Ben' })).toContainText('(idle)');
    await setHidden(ben.page, false);
    await expect(face(cajal, 'Ben')).toHaveAccessibleName('Follow Ben');
    await expect(here.filter({ hasText: 'Ben' })).not.toContainText('(idle)');
    await cleo.open(path);
    await expect(cajal.page.getByText('Cleo has left')).toHaveCount(0);
  });

  story('one person in two tabs is one person', async () => {
    const tab = await ben.page.context().newPage();
    await new RoomPage(tab).open(path);
    await expect(tab.getByRole('button', { name: /ollow(ing)? Ben/ })).toHaveCount(0);
    for (const one of [cajal, cleo]) {
      await expect(face(one, 'Ben')).toHaveCount(1);
      await expect(one.page.locator('[data-testid=other-probe][data-name=Ben]')).toHaveCount(1);
    }
    await expect(tab.getByTestId('other-probe')).toHaveCount(2); // Cajal and Cleo, not myself
    await setHidden(ben.page, true);
    await expect(face(cajal, 'Ben')).toHaveAccessibleName('Follow Ben'); // there in the other
    await cajal.page.getByRole('button', { name: 'Bring everyone here' }).click();
    await expect(cajal.page.getByText('0 of 2 came')).toBeVisible();
    const here = async () => {
      const list = await cajal.page.context().newPage();
      await list.goto('/labs/demo');
      await expect(
        list
          .getByRole('list', { name: 'Here now' })
          .getByRole('listitem')
          .filter({ hasText: 'Ben' }),
      ).toHaveCount(1);
      await list.close();
    };
    await here();
    await tab.getByRole('button', { name: 'Decline' }).click();
    await expect(ben.page.getByTestId('call-offer')).toHaveCount(0); // answered for both
    await cajal.page.getByRole('button', { name: 'End call' }).click();
    await tab.close();
    await expect(face(cajal, 'Ben')).toHaveAccessibleName('Follow Ben (idle)');
    await expect(cajal.page.getByText('Ben has left')).toHaveCount(0);
  });
});
