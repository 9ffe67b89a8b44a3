import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { owner } from './app-server.ts';
import { complaints } from './story.ts';

export type Visitor = { page: Page; email: string; heard: string[]; leave: () => Promise<void> };

/** A person in a browser profile of their own, signed up through the page. */
export async function newcomer(browser: Browser, origin: string, name: string): Promise<Visitor> {
  const visitor = await stranger(browser, origin);
  const { page, email } = visitor;
  await page.goto('/signin');
  await page.getByRole('tab', { name: 'Create an account' }).click();
  const form = page.getByRole('tabpanel', { name: 'Create an account' });
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Email').fill(email);
  await form.getByLabel('Password').fill(`long enough ${name}`);
  await form.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/labs/);
  return visitor;
}

/** The owner of the demo lab, signed in through the page. */
export async function demoOwner(browser: Browser, origin: string): Promise<Visitor> {
  const visitor = await stranger(browser, origin);
  const { page } = visitor;
  await page.goto('/signin');
  const form = page.getByRole('tabpanel', { name: 'I have an account' });
  await form.getByLabel('Email').fill(owner.email);
  await form.getByLabel('Password').fill(owner.password);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/labs/);
  return visitor;
}

/** Somebody without an account in the demo room, by the door of the first page. */
export async function demoGuest(browser: Browser, origin: string): Promise<Visitor> {
  const visitor = await stranger(browser, origin);
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('link', { name: 'Open the demo room' }).click();
  await page.getByLabel('Name others will see').fill('Guest');
  await page.getByRole('button', { name: 'Continue as guest' }).click();
  await expect(page).toHaveURL(/\/maps\//);
  return visitor;
}

/** A fresh browser profile that nobody has signed in to. */
export async function stranger(browser: Browser, origin: string): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  return {
    page,
    email: `${crypto.randomUUID()}@example.org`,
    heard: complaints(page),
    leave: () => context.close(),
  };
}
