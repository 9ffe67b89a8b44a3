import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const fixtures = process.env.LATENTOME_FIXTURES; // a folder: keep the views that were saved

/** Saves what the page shows, as a person does. @returns its short link */
export async function saveView(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Save view' }).filter({ visible: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByLabel('Title').fill(title);
  const link = await saved(dialog);
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

/** Presses Save and reads the link. */
export async function saved(dialog: Locator): Promise<string> {
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('is saved');
  return (await dialog.getByText(/\/v\//).innerText()).trim();
}

/** Opens a view by its link, decoded as it was saved: by wasm. */
export async function openView(page: Page, link: string): Promise<void> {
  await page.goto(`${link}?backend=wasm`);
  await expect(outcome(page)).not.toHaveAttribute('data-outcome', 'open');
}

/** What the page says of computing the view again. */
export const outcome = (page: Page) => page.getByTestId('comparison').filter({ visible: true });

/** Writes a view down for builds to come, where a folder is named for it. */
export async function keepFixture(page: Page, link: string, name: string): Promise<void> {
  if (!fixtures) return;
  const code = new URL(link).pathname.replace('/v/', '');
  const input = encodeURIComponent(JSON.stringify({ code }));
  const answer = await page.request.get(`/api/trpc/view.get?input=${input}`);
  const told = (await answer.json()) as { result: { data: { state: object; picture: object } } };
  const { state, picture } = told.result.data;
  await mkdir(fixtures, { recursive: true });
  await writeFile(join(fixtures, `${name}.json`), `${JSON.stringify({ state, picture })}\n`);
}
