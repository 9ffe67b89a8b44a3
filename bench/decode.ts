import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from './chromium.ts';
import { openDecodeLab, starter } from './decode/lab.ts';

const cases = [
  { backend: 'wasm', n: 64, each: 50 },
  { backend: 'wasm', n: 128, each: 30 },
  { backend: 'wasm', n: 256, each: 20 },
  { backend: 'webgpu', n: 64, each: 4 },
] as const;

/**
 * Our decode (individuality, network, pair probabilities, draw) against a bare onnxruntime-web loop over the same network,
 * both inside a worker and as asked from the page, by turns in one page of a real Chromium.
 */
export async function main(folder = starter): Promise<void> {
  if (!existsSync(join(folder, 'model.json'))) {
    console.log('There is no starter model in db/starter; `npm run starter` makes it.');
    return;
  }
  const lab = await openDecodeLab(folder);
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(lab.url);
    await page.waitForFunction('window.decodeBench');
    console.log(['', ...columns.map(([name]) => name)].map(cell).join(''));
    for (const { backend, n, each } of cases) {
      const times = await page.evaluate(
        (asked) => window.decodeBench.compare(asked.backend, asked.n, 4, asked.each),
        { backend, n, each },
      );
      console.log(
        [`${backend} ${n}`, ...columns.map(([, of]) => of(times).toFixed(2))].map(cell).join(''),
      );
    }
    console.log(
      'ms, lower quartiles; trip/bare: the median of the ratios of neighbours in time. inside: in the worker, network and draw. trip: asked from the page, until it has the answer.\n' +
        'silence: the longest the page did not come to its next task while circuits were decoded, and while nothing was.\n' +
        'goal: ours at most 1.15 x bare.',
    );
  } finally {
    await browser.close();
    lab.close();
  }
}

type Times = Awaited<ReturnType<Window['decodeBench']['compare']>>;

const columns: [string, (times: Times) => number][] = [
  ['bare loop', ({ loop }) => typical(loop)],
  ['our network', ({ network }) => typical(network)],
  ['our draw', ({ draw }) => typical(draw)],
  ['inside/bare', ({ inside, loop }) => typical(inside) / typical(loop)],
  ['bare trip', ({ loopTrip }) => typical(loopTrip)],
  ['our trip', ({ trip }) => typical(trip)],
  ['trip/bare', ({ trip, loopTrip }) => median(trip.map((ours, k) => ours / (loopTrip[k] ?? NaN)))],
  ['silence', ({ silence }) => Math.max(...silence)],
  ['idle', ({ silenceIdle }) => Math.max(...silenceIdle)],
];

const cell = (text: string) => text.padStart(13);

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The lower quartile: what the work takes when nothing else takes the processor away. */
function typical(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
}
