import { demoGuest, demoOwner, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** The owner of the demo lab and a guest who may only look, in one room. */
story.describe.serial(
  'two people in a room see the same, also when something is taken back',
  () => {
    let owner: Visitor;
    let guest: Visitor;
    let a: RoomPage;
    let b: RoomPage;

    story.beforeAll(async ({ browser, server }) => {
      owner = await demoOwner(browser, server.origin);
      guest = await demoGuest(browser, server.origin);
      a = new RoomPage(owner.page);
      b = new RoomPage(guest.page);
      await b.ready();
      await a.open(new URL(guest.page.url()).pathname);
    });
    story.afterAll(async () => {
      const heard = [...owner.heard, ...guest.heard];
      await owner.leave();
      await guest.leave();
      expect(heard).toEqual([]);
    });

    story('undo puts both back on one plane and one individual', async () => {
      const seeds = [a, b].map(({ page }) => page.getByLabel('Individual: its seed'));
      const typing = a.page.getByLabel('Individual: its seed');
      const maps = [a, b].map(({ page }) => page.getByTestId('latent-map'));
      const first = (await maps[0]?.getAttribute('aria-label')) ?? '';
      const before = await typing.inputValue();
      await typing.fill('');
      await typing.pressSequentially('42x');
      await expect(b.page.getByLabel('Individual: its seed')).toHaveValue(before); // not while it is typed
      await typing.press('Enter');
      for (const seed of seeds) await expect(seed).toHaveValue('42');
      await a.page.getByLabel('Horizontal axis').selectOption('axis:4');
      for (const map of maps) await expect(map).toHaveAttribute('aria-label', / z 5 /);
      await a.page.getByRole('button', { name: 'Undo' }).click();
      for (const map of maps) await expect(map).toHaveAttribute('aria-label', first);
      await a.page.getByRole('button', { name: 'Undo' }).click();
      for (const seed of seeds) await expect(seed).toHaveValue(before);
    });

    story('who led last stays free, and who followed stays where that led', async () => {
      await a.dragProbe(60, 40);
      const there = JSON.stringify(await a.z());
      await b.page.getByRole('button', { name: 'Follow Cajal' }).click();
      const followed = b.page.getByTestId('probe');
      await expect(followed).toHaveAttribute('data-z', there);
      await a.page.getByRole('button', { name: 'Follow Guest' }).click();
      await expect(b.page.getByRole('button', { name: 'Follow Cajal' })).toBeVisible();
      await expect(followed).toHaveAttribute('data-z', there);
      await b.dragProbe(-30, 20);
      const led = JSON.stringify(await b.z());
      await expect(a.page.getByTestId('probe')).toHaveAttribute('data-z', led);
      await a.page.getByRole('button', { name: 'Stop following Guest' }).click();
      await expect(a.page.getByTestId('probe')).toHaveAttribute('data-z', led);
    });

    story('a new pin is in view on a full bench', async () => {
      const before = await a.pins().count(); // other stories of this server pin here too
      for (let made = 1; made <= 14; made++) {
        await a.page.getByRole('button', { name: 'Pin probe' }).click();
        await expect(a.pins()).toHaveCount(before + made);
      }
      await expect(a.pins().last()).toBeInViewport();
    });

    story('the individuals end where they end', async () => {
      const seed = a.page.getByLabel('Individual: its seed');
      await seed.fill(String(Number.MAX_SAFE_INTEGER));
      await seed.press('Enter');
      await expect(a.page.getByRole('button', { name: 'The next individual' })).toBeDisabled();
      await expect(b.page.getByLabel('Individual: its seed')).toHaveValue('9007199254740991');
    });
  },
);
