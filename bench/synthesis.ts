import { openChromium } from './chromium.ts';
import { openDecodeLab, starter } from './decode/lab.ts';
import type { Row } from './synthesis/page.ts';

const requests = 100;
const largeRequests = 10;
const climbsEach = 5;
/** Places in metricIds: density and reciprocity; with clustering and CV in; all. */
const sets = [
  [0, 1],
  [0, 1, 2, 4],
  [0, 1, 2, 3, 4, 5, 6, 7],
];

/**
 * Circuits to order: the metrics of held-out circuits, asked for 2, 4 and all 8 at once, in a worker of a real Chromium as
 * the room does it. The model is the starter's, or lies in the folder that the variable MODEL names.
 */
export async function main(folder = process.env.MODEL ?? starter): Promise<void> {
  const lab = await openDecodeLab(folder, 'bench/synthesis/page.ts');
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(lab.url);
    await page.waitForFunction('window.synthesisBench');
    for (const asked of sets) {
      const rows = await page.evaluate(
        ([columns, count]) => window.synthesisBench.run(columns, count),
        [asked, requests] as const,
      );
      print(asked.length, rows);
    }
    const large = await page.evaluate((count) => window.synthesisBench.large(count), largeRequests);
    const most = (values: number[]) => Math.max(...values);
    console.log(
      `8 metrics of ${large.length} circuits of ${large[0]?.n ?? 0} neurons that the model drew itself: error at most ${most(large.map(({ worst }) => worst)).toFixed(4)}, cost at most ${most(large.map(({ cost }) => cost)).toFixed(2)}, ${most(large.map(({ seconds }) => seconds)).toFixed(2)} s at most`,
    );
    for (const one of await page.evaluate(
      (count) => window.synthesisBench.climbs(count),
      climbsEach,
    ))
      console.log(
        `climb ${one.raise} with ${one.hold} held: ${one.steps} steps, up by ${(100 * one.rise).toFixed(0)} % of the data's range, the held one off by ${(100 * one.drift).toFixed(1)} % at most (medians of ${climbsEach} held-out circuits)`,
      );
    console.log(
      'within: share of requests with every asked metric that near, in shares of what the training circuits span (inner: of its middle 98 %).\n' +
        'cost: (mean - log-probability) / sd of plain draws at that place and individuality; distance: of the place from the encoded circuits, the median training circuit has 1.\n' +
        'plain draws are of other individuals at the place found; the uniform walk starts from Erdős–Rényi and knows no model.\n' +
        'goal: within 3 % 100, 100, 97 %; cost at most 2 for 90 %; each under 0.3 s, of 256 neurons under 5 s.',
    );
  } finally {
    await browser.close();
    lab.close();
  }
}

function print(count: number, rows: readonly Row[]): void {
  const share = (test: (row: Row) => boolean) =>
    `${Math.round((100 * rows.filter(test).length) / rows.length)} %`;
  const at = (value: (row: Row) => number, place: number) => {
    const sorted = rows.map(value).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(place * sorted.length))] ?? Number.NaN;
  };
  const spread = (value: (row: Row) => number, places: number) =>
    [0.5, 0.9, 1].map((part) => at(value, part).toFixed(places)).join(' / ');
  const line = (name: string, text: string) => console.log(`  ${name.padEnd(34)}${text}`);

  console.log(`${count} metrics, ${rows.length} requests`);
  line(
    'within 3 % (1 %; 3 % inner)',
    `${share(({ worst }) => worst <= 0.03)} (${share(({ worst }) => worst <= 0.0101)}; ${share((row) => row.worstInner <= 0.03)})`,
  );
  line(
    'worst error, median / 90 % / most',
    spread(({ worst }) => worst, 4),
  );
  line(
    'cost, median / 90 % / most',
    `${spread(({ cost }) => cost, 2)}; at most 2 either way: ${share(({ cost }) => Math.abs(cost) <= 2)}`,
  );
  line(
    'distance of the place',
    spread(({ distance }) => distance, 2),
  );
  line(
    'seconds in the page',
    `${spread(({ seconds }) => seconds, 3)}; under 0.3: ${share(({ seconds }) => seconds < 0.3)}`,
  );
  line(
    'changes tried',
    spread(({ steps }) => steps, 0),
  );
  line(
    'connections shared with nearest',
    `${spread(({ shared }) => shared, 3)}; possible copies: ${share(({ same }) => same > 0)}`,
  );
  const peer = (name: string, error: (row: Row) => number, more = '') =>
    line(
      name,
      `within 3 %: ${share((row) => error(row) <= 0.03)}, error ${spread(error, 3)}${more}`,
    );
  peer('nearest training circuit', ({ nearest }) => nearest);
  peer('one plain draw', ({ plain }) => plain);
  peer('best of 64 plain draws', ({ bestOf64 }) => bestOf64);
  peer(
    'uniform walk',
    ({ uniform }) => uniform,
    `; cost ${spread(({ uniformCost }) => uniformCost, 1)}; ${spread(({ uniformSeconds }) => uniformSeconds, 3)} s`,
  );
}
