import { expectFinished } from './finished.ts';
import { freshName, openRoom } from './open-room.ts';
import { demoGuest, demoOwner, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/** The owner of the demo lab makes a room, renames, closes and opens it again, while a guest looks on. */
story.describe.serial(
  'rooms come, are renamed, close and open again before everyone’s eyes',
  () => {
    let owner: Visitor;
    let guest: Visitor;
    let b: RoomPage;
    let path = '';
    const first = freshName('Seminar');
    const second = freshName('Journal club');
    const row = (visitor: Visitor, list: string, name: string) =>
      visitor.page
        .getByRole('list', { name: list, exact: true })
        .getByRole('listitem')
        .filter({ hasText: name });

    story.beforeAll(async ({ browser, server }) => {
      owner = await demoOwner(browser, server.origin);
      guest = await demoGuest(browser, server.origin);
      b = new RoomPage(guest.page);
      await b.ready();
    });
    story.afterAll(async () => {
      const heard = [...owner.heard, ...guest.heard];
      await owner.leave();
      await guest.leave();
      expect(heard).toEqual([]);
    });

    story('a room that is made is in the list of who looks at it, with who is in it', async () => {
      await guest.page.goto('/labs/demo');
      await expect(guest.page.getByRole('list', { name: 'Rooms', exact: true })).toBeVisible();
      path = await openRoom(owner.page, first);
      await new RoomPage(owner.page).ready();
      const made = row(guest, 'Rooms', first);
      await expect(made).toContainText('Cajal');
      await expect(made).toContainText('active now');
      const here = guest.page.getByRole('list', { name: 'Here now' });
      await expect(here.getByRole('listitem').filter({ hasText: 'Cajal' })).toContainText(
        `in ${first}`,
      );
      await expectFinished(guest.page, 'rooms-guest');
      await owner.page.goto('/labs/demo');
      await expect(made).toContainText(/last activity \d{4}-\d\d-\d\d \d\d:\d\d/);
      await expect(here.getByRole('listitem').filter({ hasText: 'Cajal' })).toContainText(
        'on the pages of the lab',
      );
      await guest.page.getByRole('link', { name: first }).click();
      await b.ready();
      await expect(row(owner, 'Rooms', first)).toContainText('Guest');
      await expectFinished(owner.page, 'rooms-owner');
    });

    story('another name is read by who is inside', async () => {
      await owner.page.getByRole('button', { name: `Rename the room ${first}` }).click();
      const dialog = owner.page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill(second);
      await dialog.getByRole('button', { name: 'Rename room' }).click();
      await expect(row(owner, 'Rooms', second)).toBeVisible();
      await expect(guest.page.getByText(second, { exact: true })).toBeVisible();
    });

    story('closing shows everyone out with a reason, and keeps the room', async () => {
      await owner.page.getByRole('button', { name: `Close the room ${second}` }).click();
      await owner.page.getByRole('button', { name: 'Close room' }).click();
      await expect(b.connection()).toContainText('Closed');
      await expect(guest.page.getByTestId('apart')).toContainText('What is in it is kept');
      await expectFinished(guest.page, 'lost-room-closed');
      await expect(row(owner, 'Rooms', second)).toHaveCount(0);
      await owner.page.getByText(/^Closed rooms/).click();
      await expect(row(owner, 'Closed rooms', second)).toContainText('closed 20');
    });

    story('opened again, whoever waited is back in it by themselves', async () => {
      await owner.page.getByRole('button', { name: `Open the room ${second} again` }).click();
      await expect(b.connection()).toContainText('Synced');
      await expect(row(owner, 'Rooms', second)).toContainText('Guest');
    });

    story(
      'at the address of a closed room stands that it is closed, and for whom to open it',
      async () => {
        await owner.page.getByRole('button', { name: `Close the room ${second}` }).click();
        await owner.page.getByRole('button', { name: 'Close room' }).click();
        await expect(b.connection()).toContainText('Closed');
        await guest.page.goto(path);
        await expect(guest.page.getByText('This room is closed')).toBeVisible();
        await expectFinished(guest.page, 'room-closed-guest');
        await owner.page.goto(path);
        await expect(owner.page.getByText('This room is closed')).toBeVisible();
        await owner.page.getByRole('button', { name: 'Open it again' }).click();
        await new RoomPage(owner.page).ready();
        await b.ready();
        await owner.page.goto('/labs/demo/settings');
        const told = owner.page.getByRole('list', { name: 'What happened' });
        await expect(told).toContainText(`closed the room “${second}”`);
        await expect(told).toContainText(`opened the room “${second}” again`);
        // left as other stories expect the lab: with its own rooms open
        await owner.page.goto('/labs/demo');
        await owner.page.getByRole('button', { name: `Close the room ${second}` }).click();
        await owner.page.getByRole('button', { name: 'Close room' }).click();
        await expect(row(owner, 'Rooms', second)).toHaveCount(0);
      },
    );
  },
);
