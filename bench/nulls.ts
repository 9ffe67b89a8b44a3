import { nullModels } from '~/core/nulls/index.ts';
import { openChromium } from './chromium.ts';
import { openDecodeLab } from './decode/lab.ts';
import type { NullsAsked } from './nulls/nulls.worker.ts';

const turns = 5;
const asked: NullsAsked[] = [
  ...nullModels.map(({ id }) => ({ n: 64, model: id, draws: 200, all: false })),
  { n: 64, model: 'degree', draws: 200, all: true },
  { n: 128, model: 'degree', draws: 200, all: false },
];

/** Metrics of one circuit beside 200 draws of each null, in a module worker of a real Chromium that is new each time. */
export async function main(): Promise<void> {
  const lab = await openDecodeLab(undefined, 'bench/nulls/page.ts');
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(lab.url);
    await page.waitForFunction('window.nullsBench');
    console.log(row(['null', 'N', 'edges', 'metrics', 'first 10', 'all 200', 'slowest']));
    for (const each of asked) {
      const times = [];
      for (let turn = 0; turn < turns; turn++)
        times.push(await page.evaluate((one) => window.nullsBench.run(one), each));
      const whole = times.map(({ wholeMs }) => wholeMs).sort((a, b) => a - b);
      const first = times.map(({ firstMs }) => firstMs).sort((a, b) => a - b);
      console.log(
        row([
          each.model,
          String(each.n),
          String(times[0]?.edges),
          each.all ? 'every' : 'eight',
          milliseconds(first),
          milliseconds(whole),
          `${(whole.at(-1) ?? NaN).toFixed(0)} ms`,
        ]),
      );
    }
    console.log(
      `medians of ${turns}, each in a new worker, from the question to the report. goal: eight metrics at n 64 under 1500 ms.`,
    );
  } finally {
    await browser.close();
    lab.close();
  }
}

const milliseconds = (sorted: number[]) =>
  `${(sorted[Math.floor(sorted.length / 2)] ?? NaN).toFixed(0)} ms`;

const row = (cells: string[]) =>
  cells.map((cell, k) => (k === 0 ? cell.padEnd(16) : cell.padStart(10))).join('');
