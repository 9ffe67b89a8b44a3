import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { workerPython } from '~/db/starter/files.ts';
import { buildPages } from '~/server/up/build-pages.ts';
import { openChromium } from './chromium.ts';
import { frameGaps } from './room/frames.ts';
import { mainThread, now, type Task } from './room/main-thread.ts';
import { enterRoom, type Walker } from './room/walker.ts';
import { widerModel } from './room/wider-model.ts';
import { startChild } from './rooms/child.ts';

const maps = [
  { name: 'map', size: 48, counts: { train: 14_000, validation: 3_000, test: 3_000 } },
  { name: 'n 64', size: 64, counts: { train: 300, validation: 50, test: 50 } },
  { name: 'n 128', size: 128, counts: { train: 300, validation: 50, test: 50 } },
] as const;

const hello = z.object({ origin: z.string(), cookie: z.string(), paths: z.array(z.string()) });
const drags = 200;
const movesOfDrag = 4;

/**
 * The real room in a real browser on a real server. A map of 20,000 circuits is hovered, panned, zoomed and lassoed; then
 * the probe is dragged in rooms of larger circuits and every task of the page's main thread is weighed.
 */
export async function main(): Promise<void> {
  if (!existsSync(workerPython)) {
    console.log('There is no gpu-worker/.venv; `npm run up` makes it.');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'latentome-bench-models-'));
  try {
    const models = [];
    for (const { name, ...recipe } of maps) {
      const place = join(folder, name);
      await mkdir(place);
      widerModel(place, name, recipe);
      models.push(place);
    }
    spawnSync(process.execPath, ['scripts/copy-ort.mjs'], { stdio: 'inherit' });
    await buildPages();
    const [server, said] = await startChild('../room/room-server', { models });
    const browser = await openChromium();
    try {
      const { paths, ...at } = hello.parse(said);
      const [wide = '', ...sized] = paths;
      const walker = await enterRoom(browser, at, wide);
      await walkMap(browser, walker);
      await walker.leave();
      console.log(row(['drags', 'wall', 'worst', 'less handover', 'worst', 'busy', 'worst']));
      for (const [index, path] of sized.entries()) {
        const dragger = await enterRoom(browser, at, path);
        await dragProbe(browser, dragger, maps[index + 1]?.name ?? '');
        await dragger.leave();
      }
      console.log(
        `The longest task of the main thread during a drag, ms, whatever it was for: the median and the worst of ${drags} drags\n` +
          'of the probe. wall: as long as it took. less handover: without waiting for the compositor to finish the picture before.\n' +
          'busy: what it computed. goal: not over 16 ms.',
      );
    } finally {
      await browser.close();
      await server.end();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each gesture with its frames and its longest task. */
async function walkMap(browser: Browser, walker: Walker): Promise<void> {
  const { page, tool, along } = walker;
  const circle = (share: number): [number, number] => [
    0.45 + 0.25 * Math.cos(12 * Math.PI * share),
    0.5 + 0.3 * Math.sin(14 * Math.PI * share),
  ];
  const held = async (count: number) => {
    await along(1, circle);
    await page.mouse.down();
    await along(count, circle);
    await page.mouse.up();
  };
  const gestures: [name: string, prepare: () => Promise<void>, work: () => Promise<void>][] = [
    ['hover', () => tool('Probe'), () => along(240, circle)],
    ['pan', () => tool('Pan'), () => held(240)],
    [
      'zoom',
      () => along(1, circle),
      async () => {
        for (let k = 0; k < 120; k++) await page.mouse.wheel(0, k % 60 < 30 ? -60 : 60);
      },
    ],
    ['lasso', () => tool('Lasso'), () => held(160)],
  ];
  console.log(row(['20,000 points', 'frames/s', 'gap p95', 'longest', 'task wall', 'busy']));
  for (const [name, prepare, work] of gestures) {
    await prepare();
    const gaps = await frameGaps(page, work);
    const tasks = await mainThread(browser, page, work);
    const sorted = gaps.toSorted((a, b) => a - b);
    const total = gaps.reduce((sum, gap) => sum + gap, 0);
    console.log(
      row([
        name,
        ...[
          (1000 * gaps.length) / total,
          sorted[Math.floor(0.95 * sorted.length)] ?? NaN,
          Math.max(...gaps),
          ...[longest(tasks, ({ wall }) => wall), longest(tasks, ({ busy }) => busy)],
        ].map((value) => value.toFixed(1)),
      ]),
    );
  }
}

/** The longest task of each of many short drags. */
async function dragProbe(browser: Browser, { page, along }: Walker, name: string): Promise<void> {
  const spans: [from: number, to: number][] = [];
  const path = (drag: number, share: number): [number, number] => {
    const angle = 0.7 * drag + 1.5 * share;
    return [0.4 + 0.2 * Math.cos(angle), 0.45 + 0.22 * Math.sin(1.3 * angle)];
  };
  const drag = async (k: number) => {
    await along(1, () => path(k, 0));
    await page.mouse.down();
    await along(movesOfDrag, (share) => path(k, share + 1 / movesOfDrag));
    await page.mouse.up();
  };
  for (let k = 0; k < 10; k++) await drag(k); // warm
  const tasks = await mainThread(browser, page, async () => {
    for (let k = 0; k < drags; k++) {
      const from = now();
      await drag(k);
      spans.push([from, now()]);
    }
  });
  const each = (weigh: (task: Task) => number) => {
    const found = spans
      .map(([from, to]) =>
        longest(
          tasks.filter((task) => task.from >= from && task.from < to),
          weigh,
        ),
      )
      .sort((a, b) => a - b);
    return [found[Math.floor(found.length / 2)] ?? NaN, found.at(-1) ?? NaN];
  };
  const figures = [
    ...each(({ wall }) => wall),
    ...each(({ wall, handover }) => wall - handover),
    ...each(({ busy }) => busy),
  ];
  console.log(row([name, ...figures.map((value) => value.toFixed(1))]));
}

const longest = (tasks: readonly Task[], weigh: (task: Task) => number) =>
  tasks.reduce((most, task) => Math.max(most, weigh(task)), 0);

const row = (cells: string[]) =>
  cells.map((text, k) => (k ? text.padStart(15) : text.padEnd(16))).join('');
