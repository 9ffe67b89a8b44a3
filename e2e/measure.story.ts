import { demoOwner } from './people.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

story(
  'the corpus of a model is measured from its page, and what was found stands on its card',
  async ({ browser, server }) => {
    const visitor = await demoOwner(browser, server.origin);
    const { page, heard } = visitor;
    await page.goto('/labs/demo');
    await page.locator('main a[href*="/models/"]').first().click();
    await page.getByRole('link', { name: 'Measure the corpus' }).click();
    await expect(page.getByRole('heading', { name: 'Measure the corpus' })).toBeVisible();

    const fill = async (asked: Record<string, string>) => {
      for (const [label, value] of Object.entries(asked))
        await page.getByLabel(label, { exact: true }).fill(value);
    };
    const start = page.getByRole('button', { name: 'Start measuring' });
    await fill({ 'Circuits of each fold': '2001' });
    await expect(page.getByText('Measure 1 to 2,000 circuits of each fold.')).toBeVisible();
    await expect(start).toBeDisabled();
    await fill({ 'Circuits of each fold': '5' });
    await page.getByLabel('Draws of each null').fill('3');
    await page.getByLabel(/^Score reservoir tasks too/).check();
    for (const task of ['NARMA-10', 'Parity']) await page.getByLabel(task).uncheck();
    await fill({
      'Spectral radii': '0.9',
      'Input seeds': '1',
      Steps: '100',
      'Training circuits': '20',
      'Test circuits': '10',
      'Circuits beside nulls': '3',
      Name: 'A small measurement',
    });
    await expectAccessible(page);
    await start.click();

    await expect(page.getByText('succeeded', { exact: true })).toBeVisible({ timeout: 120_000 });
    await expect(page.getByLabel('Log of the worker')).toContainText('memory beside nulls');
    await page.getByRole('link', { name: 'Model card' }).click();
    for (const plot of ['structure-beside-nulls', 'scores-told', 'structure-with-function'])
      await expect(page.locator(`[data-plot="${plot}"]`)).toBeVisible();
    await expect(page.getByText(/^Memory.*: .* at 0\.9 \(/)).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectFits(page);
    expect(heard).toEqual([]);
    await visitor.leave();
  },
);
