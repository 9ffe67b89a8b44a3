import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

const categories = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline', // the handing over of a frame stands here
];

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.looseObject({ name: z.string().optional().catch(undefined) }).default({}),
});
type Event = z.infer<typeof event>;

/** A task of the page's main thread, ms. */
export interface Task {
  /** When it began, on the clock of `now`. */
  readonly from: number;
  /** From its beginning to its end. */
  readonly wall: number;
  /** Of these, what it computed. In the rest it stood still, as when others had the processor. */
  readonly busy: number;
  /** Of these, waiting until the compositor took its frame: longer where the frame before is still being painted. */
  readonly handover: number;
}

/** The monotonic clock, ms: the browser's traces tell time by it too. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Everything the main thread of `page` did while `work` went on, task by task, by the browser's own trace. */
export async function mainThread(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<Task[]> {
  await browser.startTracing(page, { categories });
  await work();
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace));
  const events = traceEvents.flatMap((one) => event.safeParse(one).data ?? []);
  const own = ofBusiestPage(events);
  const handovers = own.filter(({ name }) => name === 'Commit');
  return own
    .filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
    .map(({ ts, dur, tdur }) => ({
      from: ts / 1000,
      wall: dur / 1000,
      busy: tdur / 1000,
      handover:
        handovers
          .filter((one) => one.ts >= ts && one.ts < ts + dur)
          .reduce((sum, one) => sum + one.dur - one.tdur, 0) / 1000,
    }));
}

/** The whole events of the main thread that had the most of them: there is one page at work. */
function ofBusiestPage(events: readonly Event[]): Event[] {
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) =>
      events.filter((one) => one.ph === 'X' && one.pid === pid && one.tid === tid),
    );
  return threads.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
