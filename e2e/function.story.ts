import { ownerInDemoRoom } from './owner-in-demo-room.ts';
import { expect, expectAccessible, story } from './story.ts';

/** What the circuit at the probe can compute, scored in a worker of the page. */
story.describe.serial('function', () => {
  const visitor = ownerInDemoRoom();

  story('memory over spectral radius grows to a curve with a band over inputs', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Function', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'What the circuit can compute' });
    const curve = dialog.getByTestId('function-curve');
    await expect(curve).toHaveAttribute('data-points', '20');
    await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
    await expect(dialog.getByTestId('function-best')).toContainText(/memory capacity \d/);
    await expect(curve.getByRole('row')).toHaveCount(20);
    await expect(dialog).not.toContainText('NaN');
    await expectAccessible(page);
  });

  story(
    'it stands beside random circuits that keep its degrees, at the radius one chooses',
    async () => {
      const { page } = visitor;
      const dialog = page.getByRole('dialog', { name: 'What the circuit can compute' });
      const beside = dialog.getByTestId('function-null');
      await expect(beside).toHaveAttribute('data-drawn', '50');
      await expect(beside).toHaveAttribute('data-z', /\d/);
      await expect(beside).toContainText('At radius 0.9');
      await expect(dialog.getByTestId('null-band')).toHaveAttribute('d', /^M.*Z$/);
      await dialog.getByLabel('At radius').selectOption('0.5');
      await expect(beside).toContainText('At radius 0.5');
      await expect(beside).toHaveAttribute('data-z', /\d/);
      await dialog.getByLabel('Compare with').selectOption('Erdős–Rényi');
      await expect(beside).toContainText('the number of connections');
      await expect(beside).toHaveAttribute('data-drawn', /[1-9]/);
      await dialog.getByLabel('Compare with').selectOption('Nothing');
      await expect(beside).toHaveCount(0);
      await dialog.getByLabel('Compare with').selectOption('Degrees kept');
      await expectAccessible(page);
    },
  );

  story('another task is scored for the same circuit', async () => {
    const { page } = visitor;
    const dialog = page.getByRole('dialog', { name: 'What the circuit can compute' });
    await dialog.getByLabel('Task').selectOption('Parity');
    await expect(dialog).toContainText('odd or even');
    await expect(dialog.getByTestId('function-curve')).toHaveAttribute('data-points', '20');
    await expect(dialog.getByTestId('function-best')).toContainText('share of steps');
  });

  story('tasks changed one after the other leave no score behind', async () => {
    const dialog = visitor.page.getByRole('dialog', { name: 'What the circuit can compute' });
    for (const task of ['Lorenz', 'NARMA-10', 'Mackey-Glass 17', 'Memory capacity']) {
      await dialog.getByLabel('Task').selectOption(task);
      await expect(dialog.getByTestId('function-curve')).toHaveAttribute('data-points', /[1-9]/);
    }
    await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
    await expect(dialog.getByTestId('function-curve')).toHaveAttribute('data-points', '20');
  });
});
