import type { OrdersReport } from '~/core/contracts/index.ts';
import { orderSet, usualSets } from '~/core/evaluation/index.ts';
import { rivals } from '~/core/report/index.ts';
import { openChromium } from './chromium.ts';
import { openDecodeLab, starter } from './decode/lab.ts';

const requests = 100;
const largeRequests = 10;
const climbsEach = 5;

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
    for (const asked of usualSets) {
      const rows = await page.evaluate(
        ([columns, count]) => window.synthesisBench.run(columns, count),
        [asked, requests] as const,
      );
      print(orderSet(asked, rows));
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

function print({ metrics, requests, ...set }: OrdersReport['sets'][number]): void {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const spread = ({ median, ninety, most }: typeof set.error, places: number) =>
    [median, ninety, most].map((value) => value.toFixed(places)).join(' / ');
  const line = (name: string, text: string) => console.log(`  ${name.padEnd(34)}${text}`);

  console.log(`${metrics.length} metrics, ${requests} requests; median / 90 % / most`);
  line('within 3 % (3 % inner)', `${percent(set.within)} (${percent(set.withinInner)})`);
  line('worst error', spread(set.error, 4));
  line('cost', `${spread(set.cost, 2)}; at most 2 either way: ${percent(set.typical)}`);
  line('distance of the place', spread(set.distance, 2));
  line('seconds in the page', spread(set.seconds, 3));
  line('changes tried', spread(set.steps, 0));
  line(
    'connections shared with nearest',
    `${spread(set.shared, 3)}; possible copies: ${percent(set.copies)}`,
  );
  for (const { id, within, error, cost } of set.rivals)
    line(
      rivals[id].name,
      `within 3 %: ${percent(within)}, error ${spread(error, 3)}${cost ? `; cost ${spread(cost, 1)}` : ''}`,
    );
}
