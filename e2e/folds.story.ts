import { mkdir } from 'node:fs/promises';
import { demoOwner } from './people.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

const pictures = process.env.LATENTOME_PICTURES; // a folder: keep what was seen

story(
  'folds are chosen by keyboard and seen on the tissue: blocks, one end, and blocks again',
  async ({ browser, server }) => {
    const visitor = await demoOwner(browser, server.origin);
    const { page, heard } = visitor;
    const keep = async (name: string) => {
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0); // paler while it is drawn anew
      await expectAccessible(page);
      await expectFits(page);
      if (!pictures) return;
      await mkdir(pictures, { recursive: true });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png`, fullPage: true });
      }
    };
    await page.goto('/labs/demo/runs/new');
    const kind = page.getByLabel('Kind');
    const blocks = page.getByRole('list', { name: 'Fold of each block' });
    const drawing = (axes: string) =>
      page.getByRole('img', { name: new RegExp(`somata by ${axes}, coloured by their fold`) });
    await expect(kind).toHaveValue('blocks');
    await expect(blocks.getByRole('combobox')).toHaveCount(9);
    await expect(drawing('z and x')).toBeVisible();
    await keep('folds-blocks-1440');
    await page.setViewportSize({ width: 390, height: 844 });
    await keep('folds-blocks-390');
    await page.setViewportSize({ width: 1440, height: 900 });

    await kind.focus();
    await page.keyboard.type('end');
    await expect(kind).toHaveValue('end slab');
    await expect(drawing('depth and x')).toBeVisible();
    await expect(page.getByLabel('Fold of slab 5')).toHaveValue('test');
    await keep('folds-end-1440');

    await kind.focus();
    await page.keyboard.type('bl');
    await expect(kind).toHaveValue('blocks');
    await expect(drawing('z and x')).toBeVisible();
    expect(heard).toEqual([]); // the refusal below is one the browser complains of
    await page.getByLabel('Columns', { exact: true }).fill('4');
    await expect(blocks.getByRole('combobox')).toHaveCount(12);
    for (const block of await blocks.getByRole('combobox').all())
      if ((await block.inputValue()) === 'test') await block.selectOption('train');
    await expect(page.getByText('No block is given to the fold "test"')).toBeVisible();
    await visitor.leave();
  },
);
