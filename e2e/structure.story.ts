import { ownerInDemoRoom } from './owner-in-demo-room.ts';
import { expect, expectAccessible, story } from './story.ts';

/** A circuit's structure beside circuits that share some of it. */
story.describe.serial('structure beside its nulls', () => {
  const visitor = ownerInDemoRoom();

  const row = (id: string) => visitor.page.getByTestId(`metric-${id}`);
  const drawn = (count: number) =>
    expect(visitor.page.getByTestId('structure-band')).toHaveAttribute('data-drawn', String(count));

  story('every metric has a mean, a band and a distance, or says that it is fixed', async () => {
    await drawn(200);
    await expect(row('density')).toContainText('fixed');
    await expect(row('reciprocity')).toHaveAttribute('data-z', /\d/);
    await expect(row('cv_out')).toHaveAttribute('data-z', '');
    await row('density').getByRole('button').click();
    await expect(visitor.page.getByText('No z-score: the same in every draw')).toBeVisible();
    await visitor.page.keyboard.press('Escape');
  });

  story('another null is another comparison of the same circuit', async () => {
    const { page } = visitor;
    const value = await row('reciprocity').getAttribute('data-value');
    const z = await row('reciprocity').getAttribute('data-z');
    await page.getByLabel('Compare with').selectOption('Erdős–Rényi');
    await expect(page.getByTestId('structure-band')).toContainText('the number of connections');
    await drawn(200);
    await expect(row('cv_out')).toHaveAttribute('data-z', /\d/);
    await expect(row('reciprocity')).toHaveAttribute('data-value', value ?? '');
    expect(await row('reciprocity').getAttribute('data-z')).not.toBe(z);
    await page.getByLabel('Compare with').selectOption('Training circuits');
    await expect(row('density')).toHaveAttribute('data-z', /\d/);
  });

  story('all metrics stand in one list, by family', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'All metrics' }).click();
    const dialog = page.getByRole('dialog', { name: 'All structure metrics' });
    await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
    await expect(dialog.getByTestId('metric-triad_030T')).toHaveAttribute('data-z', /\d/);
    await expect(dialog.getByTestId('metric-spectral_radius')).toHaveAttribute('data-value', /\d/);
    await expect(dialog).not.toContainText('NaN');
    await expectAccessible(page);
  });

  story('the theme changes under an open dialog and under the room, and both stay', async () => {
    const { page } = visitor;
    const ground = () => page.evaluate(() => getComputedStyle(document.body).color);
    const shown = page.getByTestId('circuit-graph');
    for (const within of ['dialog', 'room'])
      for (const colorScheme of ['dark', 'light'] as const) {
        const before = await ground();
        await page.emulateMedia({ colorScheme });
        await expect.poll(ground, within).not.toBe(before);
        await expect(shown).toHaveAttribute('data-drawn', 'webgl');
        if (colorScheme === 'light') await page.keyboard.press('Escape');
      }
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(row('density')).toHaveAttribute('data-value', /\d/);
  });
});
