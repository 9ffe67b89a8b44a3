import { newcomer } from './people.ts';
import { expect, expectAccessible, story } from './story.ts';

const neurons =
  'id,class,x,y,z\n720575940000000001,E,0,10,0\n720575940000000002,I,5,20,1\n=cmd(),E,9,30,2\n';
const connections =
  'pre,post,synapses\n' +
  '720575940000000001,720575940000000002,3\n' +
  '720575940000000001,720575940000000002,4\n' +
  '720575940000000002,nobody,1\n';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

story(
  'a table with problems says row and remedy, and settled by its offers it is stored whole',
  async ({ browser, server }) => {
    const { page, heard, leave } = await newcomer(browser, server.origin, 'Ramon');
    await page.getByRole('button', { name: 'New lab' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Tables');
    await page.getByRole('button', { name: 'Create lab' }).click();
    await expect(page).toHaveURL(/\/labs\/tables/);
    await page.goto('/labs/tables/import');
    await page.getByLabel('Neurons', { exact: true }).setInputFiles(file('neurons.csv', neurons));
    await page
      .getByLabel('Connections', { exact: true })
      .setInputFiles(file('connections.csv', connections));

    const problems = page.getByRole('table', { name: 'Problems of the tables' });
    const row = (text: string) => problems.getByRole('row').filter({ hasText: text });
    await expect(row('nobody').getByRole('cell', { name: '4', exact: true })).toBeVisible();
    await expect(row('720575940000000002').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeHidden();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Sum repeated pairs' }).click();
    await page.getByRole('button', { name: 'Leave out connections of unknown neurons' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Three neurons');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page).toHaveURL(/\/connectomes\//);
    await expect(page.getByRole('heading', { name: 'Three neurons' })).toBeVisible();
    expect(heard).toEqual([]);
    await leave();
  },
);
