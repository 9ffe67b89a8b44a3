import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hostileFiles, soundConnections, soundNeurons, writeTables } from './hostile-files.ts';
import { newcomer, type Visitor } from './people.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const problemsOf = (page: Page) => page.getByRole('table', { name: 'Problems of the tables' });
const choose = (page: Page, side: string, files: Parameters<Page['setInputFiles']>[1]) =>
  page.getByLabel(side, { exact: true }).setInputFiles(files);
const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });

/** One lab, one browser: what is refused, and then what is stored. */
story.describe.serial('tables that come as they are', () => {
  let visitor: Visitor;
  let page: Page;
  let folder = '';

  story.beforeAll(async ({ browser, server }) => {
    folder = await mkdtemp(join(tmpdir(), 'latentome-tables-'));
    visitor = await newcomer(browser, server.origin, 'Ramon');
    ({ page } = visitor);
    await page.getByRole('button', { name: 'New lab' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Tables');
    await page.getByRole('button', { name: 'Create lab' }).click();
    await expect(page).toHaveURL(/\/labs\/tables/);
  });
  story.afterAll(async () => {
    await visitor.leave();
    await rm(folder, { recursive: true });
  });

  for (const hostile of hostileFiles)
    story(`${hostile.what} is said with its place and a remedy`, async () => {
      await page.goto('/labs/tables/import');
      const paths = await writeTables(folder, hostile);
      for (const [side, path] of Object.entries(paths)) await choose(page, side, path);
      if (hostile.place === null) {
        const said = page.getByRole('alert').or(page.getByRole('status')).getByText(hostile.says);
        await expect(said).toBeVisible();
        await expect(said).toContainText(hostile.remedy);
      } else {
        const row = problemsOf(page).getByRole('row').filter({ hasText: hostile.says });
        await expect(row).toHaveText(hostile.remedy);
        const { row: at, column } = hostile.place;
        await expect(row.getByRole('cell', { name: at, exact: true }).first()).toBeVisible();
        await expect(row.getByRole('cell', { name: column, exact: true }).first()).toBeVisible();
        await expect(page.getByText('nothing can be imported')).toBeVisible();
      }
      await expect(importButton(page)).toBeHidden();
    });

  story('nothing of it has changed the lab', async () => {
    await page.goto('/labs/tables');
    await expect(page.getByText('No connectome yet')).toBeVisible();
  });

  story('columns with names of their own are chosen by hand', async () => {
    await page.goto('/labs/tables/import');
    await choose(page, 'Neurons', file('neurons.csv', soundNeurons));
    const own = soundConnections.replace('pre,post', 'giver,taker');
    await choose(page, 'Connections', file('connections.csv', own));
    const missing = problemsOf(page).getByRole('row').filter({ hasText: 'No column is taken for' });
    await expect(missing).toHaveCount(2);
    await expect(missing.first()).toContainText('Choose the column that holds it');
    await page.getByLabel('Column giver is').selectOption({ label: 'presynaptic id' });
    await page.getByLabel('Column taker is').selectOption({ label: 'postsynaptic id' });
    await expect(page.getByRole('status').getByText('No problem found.')).toBeVisible();
    await expect(importButton(page)).toBeEnabled();
  });

  story('problems settled by their offers are stored whole, strange names as text', async () => {
    visitor.heard.length = 0; // files refused above are answered with 400, which browsers report
    await page.goto('/labs/tables/import');
    const markup = "<script>document.title='run'</script>";
    const neurons = `${soundNeurons}=cmd(),E,9,30,2\n${markup},E,9,40,2\n`;
    const connections = `${soundConnections}a,b,4\na,=cmd(),1\nb,nobody,1\n`;
    await choose(page, 'Neurons', file('neurons.csv', neurons));
    await choose(page, 'Connections', file('connections.csv', connections));
    const row = (text: string) => problemsOf(page).getByRole('row').filter({ hasText: text });
    await expect(row('"a" to "b" stands in row 2 already')).toBeVisible();
    await expect(row('nobody').getByRole('cell', { name: '7', exact: true })).toBeVisible();
    await expect(row('=cmd()')).toContainText('looks like a formula. It is kept as text');
    await expect(row('looks like markup')).toContainText(markup.slice(0, 20));
    await expect(page.getByRole('cell', { name: markup, exact: true })).toBeVisible(); // the first rows
    await expect(importButton(page)).toBeHidden();
    await expectAccessible(page);
    await expectFits(page);

    await page.getByRole('button', { name: 'Sum repeated pairs' }).click();
    await page.getByRole('button', { name: 'Leave out connections of unknown neurons' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Five neurons');
    await importButton(page).click();
    await expect(page).toHaveURL(/\/connectomes\//);
    await expect(page.getByRole('heading', { name: 'Five neurons' })).toBeVisible();
    await expect(page).toHaveTitle(/^(?!run$)/);
    expect(visitor.heard).toEqual([]);
  });

  story(
    'two people bring the same tables at once: one is stored, both see it',
    async ({ browser, server }) => {
      const other = await newcomer(browser, server.origin, 'Camillo');
      await page.goto('/labs/tables/settings');
      await page.getByLabel('Email of the person to add').fill(other.email);
      await page.getByLabel('Role', { exact: true }).selectOption('editor');
      await page.getByRole('button', { name: 'Find account' }).click();
      await page.getByRole('button', { name: 'Add as editor' }).click();
      await expect(page.getByText('Camillo', { exact: true })).toBeVisible();
      const both = [page, other.page];
      for (const one of both) {
        await one.goto('/labs/tables/import');
        await choose(one, 'Neurons', file('neurons.csv', soundNeurons));
        await choose(one, 'Connections', file('connections.csv', soundConnections));
        await one.getByLabel('Name', { exact: true }).fill('The same');
        await expect(importButton(one)).toBeEnabled();
      }
      await Promise.all(both.map((one) => importButton(one).click()));
      for (const one of both) await expect(one).toHaveURL(/\/connectomes\//);
      expect(new URL(page.url()).pathname).toBe(new URL(other.page.url()).pathname);
      for (const one of both) {
        await one.goto('/labs/tables');
        const stored = one.getByRole('list', { name: 'Connectomes' }).getByRole('listitem');
        await expect(stored.filter({ hasText: 'The same' })).toHaveCount(1);
        await expect(stored).toHaveCount(2);
      }
      expect([...visitor.heard, ...other.heard]).toEqual([]);
      await other.leave();
    },
  );
});
