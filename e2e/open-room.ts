import { expect, type Page } from '@playwright/test';

/** Opens a room of the demo lab's first model from the lab's page, for a person who may. Returns its path. */
export async function openRoom(page: Page, name: string): Promise<string> {
  await page.goto('/labs/demo');
  await page.getByRole('button', { name: 'Open a room' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a room' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Open room' }).click();
  await expect(page).toHaveURL(/\/maps\/[^/]+\/room_/);
  return new URL(page.url()).pathname;
}

/** A name no other story of this server gives. */
export const freshName = (word: string): string => `${word} ${crypto.randomUUID().slice(0, 8)}`;
