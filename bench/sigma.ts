import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { openChromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const cases = [
  { n: 64, edges: 200, turns: 15, frames: 40 },
  { n: 128, edges: 1000, turns: 15, frames: 12 },
  { n: 256, edges: 4000, turns: 9, frames: 6 },
] as const;

/**
 * Our circuit view (own programs for neurons and connections) against bare sigma with its own discs, arrows and edge-curve on
 * the same graph, and with every connection straight; by turns in one page of a real Chromium. And the map's points alone.
 */
export async function main(): Promise<void> {
  const code = await bundle();
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.addScriptTag({ content: code, type: 'module' });
    await page.waitForFunction('window.sigmaBench');
    console.log(
      row(['circuit', 'ours', 'bare sigma', 'ours/bare', 'bare, no curve', 'ours/that', 'renewed']),
    );
    for (const { n, edges, turns, frames } of cases) {
      const found = await page.evaluate(
        (asked) => window.sigmaBench.compare(asked.n, asked.edges, asked.turns, asked.frames),
        { n, edges, turns, frames },
      );
      const share = (peer: number[]) =>
        median(found.ours.map((ours, turn) => ours / (peer[turn] ?? NaN))).toFixed(2);
      console.log(
        row([
          `N ${n}, ${found.edges} edges`,
          best(found.ours),
          best(found.curved),
          share(found.curved),
          best(found.bare),
          share(found.bare),
          best(found.renewed),
        ]),
      );
    }
    const points = await page.evaluate(() => window.sigmaBench.mapFrames(20_000, 120));
    console.log(row(['map, 20,000 points', points.toFixed(0)]));
    console.log(
      "frames a second, best turn, and the median of the turns' ratios; each frame finished before the next; renewed: ours with a new circuit every frame.\n" +
        'bare sigma draws the same graph: one-way connections straight, the two of a reciprocal pair curved apart (@sigma/edge-curve).\n' +
        'no curve: all straight, so that reciprocal pairs cover each other, as no page of ours shows them. goal: ours/bare 0.95.',
    );
  } finally {
    await browser.close();
  }
}

/** The page's script in one piece. */
async function bundle(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '~': root } },
    define: { 'process.env': '{}' },
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: {
        input: `${root}/bench/sigma/page.ts`,
        output: { inlineDynamicImports: true },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((one): one is Rollup.OutputChunk => one.type === 'chunk');
  if (!chunk) throw new Error('The page of the bench came out empty.');
  return chunk.code;
}

const best = (values: number[]) => Math.max(...values).toFixed(0);
const row = (cells: string[]) =>
  cells.map((text, i) => (i ? text.padStart(16) : text.padEnd(24))).join('');

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
