import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { buildPages } from '~/server/up/build-pages.ts';
import { openChromium } from './chromium.ts';
import { starter } from './decode/lab.ts';
import { mainThread, type Task } from './room/main-thread.ts';
import { enterRoom } from './room/walker.ts';
import { startChild } from './rooms/child.ts';
import { watchSteering, type Steered } from './steering/watch.ts';

const hello = z.object({ origin: z.string(), cookie: z.string(), paths: z.array(z.string()) });
const moves = 300;
/** Pauses between moves, ms: a hand that stops at each place, and one that does not. */
const pauses = [100, 16] as const;

/**
 * Sliders in the real room on a real server: from the event of each move to the picture with that very circuit handed to the
 * compositor, less what its decode took. Another trained model: its folder in MODEL.
 */
export async function main(folder = process.env.MODEL ?? starter): Promise<void> {
  if (!existsSync(join(folder, 'model.json'))) {
    console.log(`There is no model in ${folder}; \`npm run starter\` makes the starter model.`);
    return;
  }
  await buildPages();
  const [server, said] = await startChild('../room/room-server', { models: [folder] });
  const browser = await openChromium();
  try {
    const { paths, ...at } = hello.parse(said);
    const { page, leave } = await enterRoom(browser, at, paths[0] ?? '');
    const slider = page.getByRole('slider', { name: 'Reciprocity, steps' });
    const box = await slider.boundingBox();
    if (!box) throw new Error('There is no slider.');
    for (const pause of pauses) {
      const watch = await watchSteering(page);
      const tasks = await mainThread(browser, page, () => drag(page, box, pause));
      print(`a move every ${pause} ms`, await watch.end(), tasks);
    }
    await leave();
    console.log(
      'ms. whole: from the event to the frame that shows its circuit; decode: the network and the draw of it; rest: whole less decode, which\n' +
        'holds the way to the worker and back, drawing and waiting for the frame. goal: rest within one frame, 16.7 ms (33.3 where the screen shows 30).',
    );
  } finally {
    await browser.close();
    await server.end();
  }
}

type Box = { x: number; y: number; width: number; height: number };

async function drag(page: Page, { x, y, width, height }: Box, pause: number): Promise<void> {
  const at = (k: number) => x + width * (0.5 + 0.4 * Math.sin(k / 7));
  await page.mouse.move(at(0), y + height / 2);
  await page.mouse.down();
  for (let k = 1; k <= moves; k++) {
    await page.mouse.move(at(k), y + height / 2);
    await page.waitForTimeout(pause);
  }
  await page.mouse.up();
  await page.waitForTimeout(500);
}

function print(name: string, rows: readonly Steered[], tasks: readonly Task[]): void {
  const spread = (of: (one: Steered) => number) => {
    const sorted = rows.map(of).sort((a, b) => a - b);
    return [0.5, 0.95, 1]
      .map((part) => (sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN).toFixed(1))
      .join(' / ');
  };
  console.log(`${name}: ${rows.length} of ${moves} shown; median / p95 / longest`);
  console.log(`  asked  ${spread(({ asked }) => asked)}`);
  console.log(`  whole  ${spread(({ whole }) => whole)}`);
  console.log(`  decode ${spread(({ decode }) => decode)}`);
  console.log(`  rest   ${spread(({ whole, decode }) => whole - decode)}`);
  console.log(
    `  drawn  ${spread(({ drawn }) => drawn)} (the same to the end of the drawing, before the frame)`,
  );
  const busy = tasks.map((task) => task.busy).sort((a, b) => b - a);
  const sum = busy.reduce((all, one) => all + one, 0);
  console.log(
    `  main thread computes ${(sum / rows.length).toFixed(1)} a circuit shown; longest task ${(busy[0] ?? Number.NaN).toFixed(1)}`,
  );
}
