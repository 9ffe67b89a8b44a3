import { readFile } from 'node:fs/promises';
import { expectFinished } from './finished.ts';
import { inviteByLink } from './invite.ts';
import { newcomer, stranger, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, story } from './story.ts';

/** Signs in as somebody who has an account, by the page. */
async function signIn({ page }: Visitor, email: string, password: string): Promise<void> {
  await page.goto('/signin');
  const form = page.getByRole('tabpanel', { name: 'I have an account' });
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Password').fill(password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

story.describe.serial('an account, from its sessions to its end', () => {
  let ada: Visitor;
  let ben: Visitor;
  let password = 'long enough Ada';

  story.beforeAll(async ({ browser, server }) => {
    ada = await newcomer(browser, server.origin, 'Ada');
    ben = await newcomer(browser, server.origin, 'Ben');
  });
  story.afterAll(async () => {
    const heard = [...ada.heard, ...ben.heard].filter((line) => !/40[0149] \(/.test(line));
    await ada.leave();
    await ben.leave();
    expect(heard).toEqual([]);
  });

  story(
    'a session ended here says so in the room that is open there',
    async ({ browser, server }) => {
      const there = await stranger(browser, server.origin);
      await signIn(there, ada.email, password);
      await expect(there.page).toHaveURL(/\/labs/);
      await RoomPage.openDemo(there.page);
      const { page } = ada;
      await page.getByRole('link', { name: 'Ada', exact: true }).click();
      await expect(page).toHaveURL(/\/account$/);
      await expectFinished(page, 'account');
      const sessions = page.getByRole('table', { name: 'Sessions' }).getByRole('row');
      await expect(sessions).toHaveCount(3); // with its head
      await page.getByRole('button', { name: /^End the session of/ }).click();
      await expect(sessions).toHaveCount(2);
      await expect(there.page.getByRole('dialog', { name: 'You are signed out' })).toBeVisible();
      await expectAccessible(there.page);
      await there.leave();
    },
  );

  story('the password is changed by who knows it', async ({ browser, server }) => {
    const { page } = ada;
    const change = async (current: string) => {
      await page.getByLabel('Current password').fill(current);
      await page.getByLabel('New password').fill('another long one');
      await page.getByRole('button', { name: 'Change password' }).click();
    };
    await change('not the password');
    await expect(page.getByRole('main').getByRole('alert')).toContainText(/password/i);
    await change(password);
    await expect(page.getByText('The password is changed.')).toBeVisible();
    password = 'another long one';
    const there = await stranger(browser, server.origin);
    await signIn(there, ada.email, 'long enough Ada');
    await expect(there.page.getByRole('main').getByRole('alert')).toBeVisible();
    await signIn(there, ada.email, password);
    await expect(there.page).toHaveURL(/\/labs/);
    await there.leave();
  });

  story('everything made here is one file', async () => {
    const { page } = ada;
    await page.goto('/labs');
    await page.getByRole('button', { name: 'New lab' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Hippocampus');
    await page.getByRole('button', { name: 'Create lab' }).click();
    await expect(page).toHaveURL(/\/labs\/hippocampus/);
    await page.goto('/account');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    const file = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as unknown;
    expect(file).toMatchObject({
      format: 'latentome-account-1',
      account: { name: 'Ada', email: ada.email },
      labs: [{ name: 'Hippocampus', role: 'owner' }],
      events: [{ what: 'lab created' }],
    });
  });

  story('the only owner hands over first; then the account goes and its deeds stay', async () => {
    const { page } = ada;
    await page.goto('/labs/hippocampus/settings');
    const link = await inviteByLink(page, 'viewer', 'one person');
    await ben.page.goto(link);
    await ben.page.getByRole('button', { name: 'Come in as viewer' }).click();
    await expect(ben.page).toHaveURL(/\/labs\/hippocampus$/);

    await page.goto('/account');
    await page.getByRole('button', { name: 'Delete account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
    await expect(dialog).toContainText('Hippocampus');
    await expectFinished(page, 'account-blocked');
    await dialog.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.goto('/account');
    await page.getByRole('button', { name: 'Delete account' }).click();
    await expect(dialog).toContainText('You leave Hippocampus');
    await expectFinished(page, 'account-delete');
    await dialog.getByLabel('Your password').fill('not the password');
    await dialog.getByRole('button', { name: 'Delete my account' }).click();
    await expect(dialog.getByRole('alert')).toContainText(/password/i);
    await dialog.getByLabel('Your password').fill(password);
    await dialog.getByRole('button', { name: 'Delete my account' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole('link', { name: 'Sign in', exact: true }).first()).toBeVisible();

    await ben.page.goto('/labs/hippocampus/settings');
    const lines = ben.page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
    await expect(lines.first()).toContainText('former member left the lab');
    await expect(lines.nth(1)).toContainText('former member handed the lab over to Ben');
    await expect(ben.page.getByRole('main')).not.toContainText('Ada');
  });
});
