import { reservoirTasks } from '~/core/reservoir/index.ts';
import { openChromium } from './chromium.ts';
import { openDecodeLab } from './decode/lab.ts';
import type { FunctionAsked } from './function/function.worker.ts';

const turns = 5;
/** Connections as at the median of circuits of that size in microns-v1-l23, and as in the model column. */
const asked: FunctionAsked[] = [
  { n: 64, edges: 140, task: 'memory' },
  { n: 64, edges: 560, task: 'memory' },
  ...reservoirTasks
    .filter(({ id }) => id !== 'memory')
    .map(({ id }) => ({ n: 64, edges: 560, task: id })),
  { n: 128, edges: 432, task: 'memory' },
];

/** One circuit's score over 20 spectral radii, one input, in a module worker of a real Chromium that is new each time. */
export async function main(): Promise<void> {
  const lab = await openDecodeLab(undefined, 'bench/function/page.ts');
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(lab.url);
    await page.waitForFunction('window.functionBench');
    console.log(row(['task', 'N', 'edges', 'first', '20 radii', 'slowest', '50 nulls']));
    for (const each of asked) {
      const times = [];
      for (let turn = 0; turn < turns; turn++)
        times.push(await page.evaluate((one) => window.functionBench.run(one), each));
      const curves = times.map(({ curveMs }) => curveMs).sort((a, b) => a - b);
      console.log(
        row([
          each.task,
          String(each.n),
          String(each.edges),
          median(times.map(({ firstMs }) => firstMs)),
          median(curves),
          `${(curves.at(-1) ?? NaN).toFixed(0)} ms`,
          median(times.map(({ nullMs }) => nullMs)),
        ]),
      );
    }
    console.log(
      `medians of ${turns}, each in a new worker. 4,050 steps a radius; nulls: 50 rewired circuits at radius 0.9, four inputs each. goal: memory at n 64 under 1000 ms.`,
    );
  } finally {
    await browser.close();
    lab.close();
  }
}

const median = (values: number[]) =>
  `${(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN).toFixed(0)} ms`;

const row = (cells: string[]) =>
  cells.map((cell, k) => (k === 0 ? cell.padEnd(16) : cell.padStart(10))).join('');
