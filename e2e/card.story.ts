import { readFile } from 'node:fs/promises';
import { demoOwner } from './people.ts';
import { expect, expectAccessible, story } from './story.ts';

story(
  'every figure of a model card has its table and can be kept as SVG and CSV',
  async ({ browser, server }) => {
    const visitor = await demoOwner(browser, server.origin);
    const { page, heard } = visitor;
    await page.goto('/labs/demo');
    await page.locator('main a[href*="/models/"]').first().click();
    await expect(page.getByRole('heading', { name: 'Edges' })).toBeVisible();

    const plots = page.locator('[data-plot]');
    const names = await plots.evaluateAll((all) => all.map((plot) => plot.dataset.plot));
    expect(names).toEqual(expect.arrayContaining(['edges', 'metrics-from-z', 'prior-draws']));
    // each part of the report is there, or named as not measured with the command that measures it
    const missing = page.getByRole('region', { name: 'Not measured' });
    for (const [plot, part] of [
      ['directions-aligned', 'directions'],
      ['orders', 'circuits to order'],
      ['function', 'what z tells of function'],
    ] as const) {
      if (names.includes(plot)) continue;
      await expect(missing).toContainText(part);
      await expect(missing).toContainText('npm run report -- ');
    }
    for (const summary of await page.getByText('Figures as a table').all()) {
      await summary.focus();
      await page.keyboard.press('Enter');
    }
    for (const plot of await plots.all()) {
      const table = plot.locator('xpath=..').getByRole('table');
      expect(await table.getByRole('row').count()).toBeGreaterThan(1);
    }
    await expectAccessible(page);

    const saved = async (name: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      const file = await coming;
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    const csv = await saved('Save Edges as CSV');
    expect(csv.name).toMatch(/-edges\.csv$/);
    expect(csv.text).toMatch(/^model,AUC,AP\r\nThis model,0\.\d+,0\.\d+\r\n/);
    const svg = await saved('Save Edges as SVG');
    expect(svg.name).toMatch(/-edges\.svg$/);
    const read = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { tag: documentElement.tagName, texts: documentElement.textContent };
    }, svg.text);
    expect(read.tag).toBe('svg');
    expect(read.texts).toContain('Conditions only');
    expect(heard).toEqual([]);
    await visitor.leave();
  },
);
