import { readFile } from 'node:fs/promises';
import { expectFinished } from './finished.ts';
import { inviteByLink } from './invite.ts';
import { demoOwner, newcomer, stranger, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, story } from './story.ts';

/** The way from a link to the lab for somebody without an account. */
async function signUpAndComeIn({ page, email }: Visitor, name: string, role: string) {
  await page.getByRole('link', { name: 'Sign in or create an account' }).click();
  await page.getByRole('tab', { name: 'Create an account' }).click();
  const form = page.getByRole('tabpanel', { name: 'Create an account' });
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Password').fill(`long enough ${name}`);
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/invite\//);
  await page.getByRole('button', { name: `Come in as ${role}` }).click();
}

story.describe.serial('by a link into a lab, from role to role, and out of it again', () => {
  let owner: Visitor;
  let ben: Visitor;
  let link = '';
  let room: RoomPage;
  let holdBack = false;

  const roleOfBen = async (role: string) => {
    await owner.page.getByLabel('Role of Ben').selectOption(role);
  };

  story.beforeAll(async ({ browser, server }) => {
    owner = await demoOwner(browser, server.origin);
    ben = await stranger(browser, server.origin);
    await owner.page.goto('/labs/demo/settings');
    await owner.page.getByRole('button', { name: 'Close to guests' }).click();
    await expect(owner.page.getByRole('button', { name: 'Open to guests' })).toBeVisible();
  });
  story.afterAll(async () => {
    await owner.page.goto('/labs/demo/settings');
    await owner.page.getByRole('button', { name: 'Open to guests' }).click();
    await expect(owner.page.getByRole('button', { name: 'Close to guests' })).toBeVisible();
    // a browser tells by itself of each answer that there is nothing for whoever was removed
    const own = ben.heard.filter((line) => !/40[134] \(/.test(line));
    const heard = [...owner.heard, ...own];
    await owner.leave();
    await ben.leave();
    expect(heard).toEqual([]);
  });

  story(
    'an owner makes a link, a stranger reads what it is and comes in',
    async ({ browser, server }) => {
      link = await inviteByLink(owner.page, 'editor', 'one person');
      const table = owner.page.getByRole('table', { name: 'Open invitations' });
      await expect(table).toContainText('0 of 1');
      const { page } = ben;
      await page.goto(link);
      const main = page.getByRole('main');
      for (const text of ['Demo lab', 'editor', 'Cajal']) await expect(main).toContainText(text);
      await expectFinished(page, 'invite');
      await signUpAndComeIn(ben, 'Ben', 'editor');
      await expect(page).toHaveURL(/\/labs\/demo$/);
      await expect(page.getByText('You are an editor')).toBeVisible();
      await expect(table).toHaveCount(0); // it was for one, and the owner's page knows

      const late = await newcomer(browser, server.origin, 'Late');
      await late.page.goto(link);
      await expect(late.page.getByText('used as often as it may')).toBeVisible();
      await expectAccessible(late.page);
      await late.leave();
    },
  );

  story('a role given or taken shows in the room at once', async () => {
    const { page } = ben;
    await page.routeWebSocket(/\/rooms\//, (line) => {
      const further = line.connectToServer();
      line.onMessage((message) => {
        if (!holdBack) further.send(message);
      });
    });
    room = new RoomPage(page);
    await RoomPage.openDemo(page);
    await owner.page.goto('/labs/demo/settings');
    await expect(page.getByTestId('pin').first()).toBeEnabled();
    await roleOfBen('viewer');
    await expect(room.connection()).toContainText('(looking)');
    await expect(page.getByTestId('pin').first()).toBeDisabled();
    await roleOfBen('commenter');
    await expect(page.getByTestId('pin').first()).toBeEnabled();
  });

  story('who is removed reads so in the room, and keeps what had not reached it', async () => {
    const { page } = ben;
    const before = await room.pins().count();
    holdBack = true; // a line that takes nothing more
    await page.getByRole('button', { name: 'Pin probe' }).click();
    await expect(room.pins()).toHaveCount(before + 1);
    await owner.page.getByRole('button', { name: 'Remove Ben' }).click();
    const sure = owner.page.getByRole('dialog', { name: 'Remove Ben?' });
    await expectAccessible(owner.page);
    await sure.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(owner.page.getByLabel('Role of Ben')).toHaveCount(0);

    const said = page.getByRole('dialog', { name: 'You are no longer a member of Demo lab' });
    await expect(said).toBeVisible();
    await expect(said).toContainText('1 change of yours had not reached the room');
    await expectFinished(page, 'lost-room');
    const coming = page.waitForEvent('download');
    await said.getByRole('button', { name: 'Download the bench' }).click();
    const file = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as {
      unsent: number;
      room: { name: string };
      pins: { by: { name: string }; adjacency: string }[];
    };
    expect(file).toMatchObject({ unsent: 1, room: { name: 'Demo' } });
    expect(file.pins).toHaveLength(before + 1);
    expect(file.pins.at(-1)).toMatchObject({ by: { name: 'Ben' } });
    await said.getByRole('link', { name: 'Your labs' }).click();
    await expect(page).toHaveURL(/\/labs$/);
    await page.goto('/labs/demo');
    await expect(page.getByText('There is nothing here that you may see')).toBeVisible();
  });

  story('the list of the lab tells it all, the newest first', async () => {
    const { page } = owner;
    await page.goto('/labs/demo/settings');
    const lines = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
    await expect(lines.first()).toContainText('Cajal removed Ben, who was commenter');
    const told = (await lines.allInnerTexts())
      .slice(0, 6)
      .map((line) => line.replace(/^[\d\s:-]+/, ''));
    expect(told).toEqual([
      'Cajal removed Ben, who was commenter',
      'Cajal made Ben commenter, viewer before',
      'Cajal made Ben viewer, editor before',
      'Ben came in by an invitation as editor',
      'Cajal made an invitation as editor',
      'Cajal closed the lab to guests',
    ]);
    await inviteByLink(page, 'viewer', 'any number of people');
    await expectFinished(page, 'settings');
    await page.getByRole('button', { name: /^Revoke the invitation as viewer/ }).click();
    await expect(page.getByText('No open invitation')).toBeVisible();
  });
});

story(
  'a lab is renamed, handed over and left; other pages of it follow',
  async ({ browser, server }) => {
    const ada = await newcomer(browser, server.origin, 'Ada');
    const cleo = await newcomer(browser, server.origin, 'Cleo');
    await ada.page.getByRole('button', { name: 'New lab' }).first().click();
    await ada.page.getByLabel('Name', { exact: true }).fill('Retina');
    await ada.page.getByRole('button', { name: 'Create lab' }).click();
    await expect(ada.page).toHaveURL(/\/labs\/retina/);
    await ada.page.getByRole('link', { name: 'Settings' }).click();
    const link = await inviteByLink(ada.page, 'viewer', 'up to 10 people');
    await cleo.page.goto(link);
    await cleo.page.getByRole('button', { name: 'Come in as viewer' }).click();
    await expect(cleo.page.getByRole('heading', { level: 1, name: 'Retina' })).toBeVisible();

    await ada.page.getByLabel('Name of the lab').fill('Inner retina');
    await ada.page.getByRole('button', { name: 'Rename', exact: true }).click();
    await expect(cleo.page.getByRole('heading', { level: 1, name: 'Inner retina' })).toBeVisible();

    await ada.page.getByRole('button', { name: 'Leave lab' }).click();
    const leaving = ada.page.getByRole('dialog', { name: 'Leave Inner retina?' });
    await leaving.getByRole('button', { name: 'Leave lab' }).click();
    await expect(leaving.getByRole('alert')).toContainText('Make somebody else owner first');
    await leaving.getByRole('button', { name: 'Cancel' }).click();

    await ada.page.getByRole('button', { name: 'Hand over' }).click();
    const handing = ada.page.getByRole('dialog', { name: 'Hand over Inner retina' });
    await expectFinished(ada.page, 'hand-over');
    await handing.getByRole('button', { name: 'Hand over' }).click();
    await expect(handing).toBeHidden();
    await expect(cleo.page.getByText('You are an owner')).toBeVisible();
    await expect(ada.page.getByText('Invite by link')).toHaveCount(0);

    await cleo.page.getByRole('link', { name: 'Settings' }).click();
    await cleo.page.getByRole('button', { name: 'Remove Ada' }).click();
    await cleo.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
    const said = ada.page.getByRole('dialog', {
      name: 'You are no longer a member of Inner retina',
    });
    await expect(said).toBeVisible();
    await expectFinished(ada.page, 'lost-page');
    expect(cleo.heard).toEqual([]);
    expect(ada.heard.filter((line) => !/40[49] \(/.test(line))).toEqual([]);
    await ada.leave();
    await cleo.leave();
  },
);
