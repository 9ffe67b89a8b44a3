import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newcomer, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { circuitOf, differingPairs } from '../core/decoder/circuit.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

const data = join(import.meta.dirname, '../../shared/data/microns-v1-l23');

/** What a browser says by itself when its server is killed: of the line that was open, and of each attempt meanwhile. */
const ofTheKill = [
  /net::ERR_CONNECTION_REFUSED/,
  /net::ERR_INCOMPLETE_CHUNKED_ENCODING \S+\/api\/trpc\/run\.watchLab/,
];

/** Two people, one lab: from two tables to one circuit in two browsers. */
story.describe.serial('a connectome becomes a map that two people walk together', () => {
  story.skip(!existsSync(data), '../shared/data/microns-v1-l23 is absent');
  let first: Visitor;
  let second: Visitor;
  let a: RoomPage;
  let b: RoomPage;
  let roomPath = '';

  story.beforeAll(async ({ browser, server }) => {
    first = await newcomer(browser, server.origin, 'Ada');
    second = await newcomer(browser, server.origin, 'Ben');
    a = new RoomPage(first.page);
    b = new RoomPage(second.page);
  });
  story.afterAll(async () => {
    const own = [...first.heard, ...second.heard].filter(
      (line) => !ofTheKill.some((pattern) => pattern.test(line)),
    );
    await first.leave();
    await second.leave();
    expect(own).toEqual([]);
  });

  story('the first makes a lab and invites the second', async () => {
    const { page } = first;
    await page.getByRole('button', { name: 'New lab' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Visual cortex');
    await page.getByRole('button', { name: 'Create lab' }).click();
    await expect(page).toHaveURL(/\/labs\/visual-cortex/);
    await page.goto('/labs/visual-cortex/settings');
    await page.getByLabel('Email of the person to add').fill(second.email);
    await page.getByRole('button', { name: 'Find account' }).click();
    const found = page.getByRole('dialog', { name: 'Add Ben?' });
    await expect(found).toContainText('not verified');
    // the code that Ben reads on his own list of labs
    const code = await found.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
    await second.page.goto('/labs');
    await expect(second.page.getByText(code, { exact: true })).toBeVisible();
    await expectAccessible(page);
    await found.getByRole('button', { name: 'Add as viewer' }).click();
    await expect(page.getByText('Ben', { exact: true })).toBeVisible();
  });

  story('imports microns-v1-l23 as it is', async () => {
    const { page } = first;
    await page.goto('/labs/visual-cortex/import');
    await page
      .getByLabel('Neurons', { exact: true })
      .setInputFiles([join(data, 'neurons.csv'), join(data, 'connections.csv')]);
    await page.getByLabel('Name', { exact: true }).fill('MICrONS V1 L2/3');
    await page.getByLabel('Licence').fill('MIT');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page).toHaveURL(/\/connectomes\//);
    await expect(page.getByText('29,107')).toBeVisible();
    await expect(page.getByText('2,857').first()).toBeVisible();
  });

  story('trains on the worker and opens the map', async () => {
    const { page } = first;
    await page.getByRole('link', { name: 'Train a model' }).first().click();
    await page.getByRole('radio', { name: /Smoke/ }).check();
    await page.getByRole('button', { name: 'Start training' }).click();
    await expect(page).toHaveURL(/\/runs\/run_/);
    await expect(page.getByText(/^after epoch \d+$/)).toBeVisible({ timeout: 220_000 });
    await expect(page.getByRole('button', { name: 'Cancel run' })).toBeVisible();
    await expectAccessible(page); // in mid-training too
    await expectFits(page);
    const card = page.getByRole('link', { name: 'Model card and map' });
    await expect(card).toBeVisible({ timeout: 220_000 });
    await expectAccessible(page);
    await expectFits(page);
    await card.click();
    await page.getByRole('button', { name: 'Open the map' }).click();
    await expect(page).toHaveURL(/\/maps\//);
    roomPath = new URL(page.url()).pathname;
    await a.open(`${roomPath}?backend=webgpu`);
    await b.open(`${roomPath}?backend=wasm`);
  });

  story(
    'the second sees the probe of the first move, follows it, and both decode one circuit',
    async () => {
      await a.dragProbe(60, 40);
      const z = JSON.stringify(await a.z());
      const seen = b.page.getByTestId('other-probe').and(b.page.locator('[data-name="Ada"]'));
      await expect(seen).toHaveAttribute('data-z', z);
      await b.page.getByRole('button', { name: /Follow Ada/ }).click();
      await expect(b.page.getByTestId('probe')).toHaveAttribute('data-z', z);
      await a.dragProbe(-30, 20);
      await expect(b.page.getByTestId('probe')).toHaveAttribute(
        'data-z',
        JSON.stringify(await a.z()),
      );
      const [one, other] = [await a.circuit(), await b.circuit()];
      expect(one.backend).toBe('webgpu');
      expect(other.backend).toBe('wasm');
      expect(one.edges.length).toBeGreaterThan(0);
      const named = [...one.borderlinePairs, ...other.borderlinePairs].map(String);
      const differing = differingPairs(
        circuitOf(one.n, one.edges),
        circuitOf(other.n, other.edges),
      );
      expect(differing.filter((pair) => !named.includes(String(pair)))).toEqual([]);
    },
  );

  story('a killed server comes back under them with the bench intact', async ({ server }) => {
    await a.page.getByRole('button', { name: 'Pin probe' }).click();
    await expect(a.pins()).toHaveCount(1);
    await expect(b.pins()).toHaveCount(1);
    const { edges } = await a.circuit();
    await server.kill();
    await expect(a.connection()).toContainText('Offline');
    await server.up();
    for (const room of [a, b]) {
      await room.ready();
      await expect(room.pins()).toHaveCount(1);
    }
    await b.open(roomPath);
    await b
      .pins()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await expect(b.page.getByTestId('edges')).toHaveAttribute('data-backend', 'stored');
    expect((await b.circuit()).edges).toEqual(edges); // as it was pinned, not decoded anew
  });
});
