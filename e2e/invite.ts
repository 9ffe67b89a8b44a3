import type { Page } from '@playwright/test';
import { expectAccessible } from './story.ts';

/** Makes a link in the settings of a lab and reads it off the page. */
export async function inviteByLink(page: Page, role: string, lets: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite by link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite by link' });
  await dialog.getByLabel('Role').selectOption(role);
  await dialog.getByLabel('Lets in').selectOption(lets);
  await dialog.getByRole('button', { name: 'Make link' }).click();
  const link = await dialog.getByText(/\/invite\/lti_/).innerText();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}
