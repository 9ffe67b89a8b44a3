import { AppServer } from './app-server.ts';
import { expectFinished } from './finished.ts';
import { openView, outcome, saveView } from './kept-view.ts';
import { demoOwner, stranger } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** On a server of its own: what is deleted here others still need there. */
story(
  'a model with a view is deleted after asking, and the view still opens',
  async ({ browser }) => {
    const server = await AppServer.start();
    try {
      await server.claim();
      const owner = await demoOwner(browser, server.origin);
      const { page } = owner;
      await RoomPage.openDemo(page);
      const room = page.url();
      const link = await saveView(page, 'Kept');
      await page.goto('/labs/demo');
      await page.locator('main a[href*="/models/"]').first().click();
      await page.getByRole('button', { name: 'Delete' }).click();
      const dialog = page.getByRole('dialog', { name: /^Delete Starter/ });
      await expect(dialog.getByTestId('views-kept')).toContainText('1 view of it is saved.');
      await expect(dialog).toContainText('1 room');
      await expectFinished(page, 'delete-model');
      await dialog.getByRole('button', { name: 'Delete model' }).click();
      await expect(page).toHaveURL(/\/labs\/demo$/);
      await expect(page.getByText('No model yet')).toBeVisible();
      await page.goto(room);
      await expect(page.getByText('There is nothing here that you may see')).toBeVisible();

      const visitor = await stranger(browser, server.origin);
      await openView(visitor.page, link);
      await expect(outcome(visitor.page)).toHaveAttribute('data-outcome', 'identical');
      await expect(visitor.page.getByText('The model was deleted since')).toBeVisible();
      await expectFinished(visitor.page, 'view-of-deleted');
      expect(visitor.heard).toEqual([]);
      await visitor.leave();

      await page.goto('/labs/demo/settings');
      const lines = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
      await expect(lines.first()).toContainText('Cajal deleted the model');
      expect(owner.heard.filter((line) => !line.includes('404 ('))).toEqual([]);
      await owner.leave();
    } finally {
      await server.stop();
    }
  },
);
