import { expect, type Page } from '@playwright/test';

export type ShownCircuit = {
  edges: [number, number][];
  /** Pairs that may fall otherwise elsewhere, as this page names them. */
  borderlinePairs: [number, number][];
  n: number;
  backend: string;
  seed: string;
};

/** What a person sees in a room, and what they can do there. */
export class RoomPage {
  constructor(readonly page: Page) {}

  /** The room of the demo lab's first map, decoded by wasm, for whoever may see that lab. */
  static async openDemo(page: Page): Promise<void> {
    await page.goto('/labs/demo');
    const path = await page.locator('main a[href*="/maps/"]').first().getAttribute('href');
    await new RoomPage(page).open(`${path ?? ''}?backend=wasm`);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  /** The map is drawn, the document synced and a circuit decoded. */
  async ready(): Promise<void> {
    await expect(this.connection()).toContainText('Synced');
    await expect(this.page.getByTestId('edges')).toHaveAttribute('data-edges', /\[/);
  }

  /** The latent point this person looks at. */
  async z(): Promise<number[]> {
    const text = await this.page.getByTestId('probe').getAttribute('data-z');
    return JSON.parse(text ?? '[]') as number[];
  }

  /** The decoded circuit once it belongs to the probe shown. */
  async circuit(): Promise<ShownCircuit> {
    const edges = this.page.getByTestId('edges');
    const z = await this.page.getByTestId('probe').getAttribute('data-z');
    await expect(edges).toHaveAttribute('data-z', z ?? '');
    const read = async (name: string) => (await edges.getAttribute(`data-${name}`)) ?? '';
    return {
      edges: JSON.parse(await read('edges')) as [number, number][],
      borderlinePairs: JSON.parse(await read('borderline-pairs')) as [number, number][],
      n: Number(await read('n')),
      backend: await read('backend'),
      seed: await read('seed'),
    };
  }

  /** Drags the probe by this many pixels, in steps as a hand does. */
  async dragProbe(dx: number, dy: number): Promise<void> {
    const box = await this.page.getByTestId('probe').boundingBox();
    if (!box) throw new Error('the probe is not on the map');
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + dx, y + dy, { steps: 12 });
    await this.page.mouse.up();
  }

  /** What the page says of its connection. */
  connection() {
    return this.page.getByRole('status').filter({ hasText: /Connecting|Synced|Offline|Closed/ });
  }

  pins() {
    return this.page.getByRole('list', { name: 'Pinned probes' }).getByRole('listitem');
  }
}
