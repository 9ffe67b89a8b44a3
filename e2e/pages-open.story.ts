import { demoOwner, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

const neurons = 'id,class,x,y,z\na,E,0,10,0\nb,I,5,20,1\nc,E,9,30,2\n';
const connections = 'pre,post,synapses\na,b,3\nb,a,4\nb,c,1\nc,c,2\n';
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** What opens over a page, wide and narrow, light and dark; Escape closes it and gives the focus back. */
story.describe.serial('what opens over a page', () => {
  let visitor: Visitor;
  let room = '';

  story.beforeAll(async ({ browser, server }) => {
    visitor = await demoOwner(browser, server.origin);
    await visitor.page.goto('/demo');
    await expect(visitor.page).toHaveURL(/\/maps\//);
    room = `${new URL(visitor.page.url()).pathname}?backend=wasm`;
  });
  story.afterAll(() => visitor.leave());

  /** Opens by keyboard, is accessible and in its window, closes by Escape, and the focus is back. */
  const opens = async (button: string, path: string) => {
    const { page } = visitor;
    if (new URL(page.url()).pathname !== path.split('?')[0]) await page.goto(path);
    if (path === room) await new RoomPage(page).ready();
    const opener = page.getByRole('button', { name: button, exact: true }).first();
    await opener.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(':focus').or(dialog.and(page.locator(':focus')))).toHaveCount(1);
    await expectAccessible(page);
    await expectFits(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  };

  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const)
      story(`at ${width}, ${colorScheme}`, async () => {
        const { page, heard } = visitor;
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await opens('New lab', '/labs');
        await opens('Open a room', '/labs/demo');
        await opens('Add a worker', '/labs/demo/settings');
        await opens('Invite by link', '/labs/demo/settings');
        await opens('Leave lab', '/labs/demo/settings');
        await opens('Delete account', '/account');
        await opens(width === 390 ? 'Structure and bench' : 'Reciprocity', room);
        expect(heard).toEqual([]);
      });

  story('the preview of an import, wide and narrow, light and dark', async () => {
    const { page, heard } = visitor;
    await page.goto('/labs/demo/import');
    await page.getByLabel('Neurons', { exact: true }).setInputFiles(file('n.csv', neurons));
    await page.getByLabel('Connections', { exact: true }).setInputFiles(file('c.csv', connections));
    await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible();
    for (const width of [1440, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page);
        await expectFits(page);
      }
    expect(heard).toEqual([]);
  });

  story('Tab reaches the tools of a room, and shows where it is', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(room);
    await new RoomPage(page).ready();
    const reached: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const name =
          element.getAttribute('aria-label') ?? element.textContent.trim().replaceAll(/\s+/g, ' ');
        return { name, seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 };
      });
      if (!at) break;
      expect(at.seen, `the focus on ${at.name}`).toBe(true);
      reached.push(at.name);
    }
    for (const tool of [
      'Copy link',
      'Fit',
      'Latent map',
      'Individual: its seed',
      'Dice: another individual',
      'Graph',
      'Density',
      'Pin probe',
    ])
      expect(
        reached.some((name) => name.startsWith(tool)),
        tool,
      ).toBe(true);
  });

  story('nothing moves by itself for whoever asks for less motion', async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    for (const path of ['/', '/labs', room]) {
      await page.goto(path);
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .map(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0)),
      );
      for (const milliseconds of moving) expect(milliseconds).toBeLessThan(1);
      const fading = await page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark'; // nothing else knows of it yet
        const begun = document.getAnimations().filter((one) => one instanceof CSSTransition);
        delete document.documentElement.dataset.theme;
        return begun.length;
      });
      expect(fading, `transitions of ${path} when its theme changes`).toBe(0);
    }
  });
});
