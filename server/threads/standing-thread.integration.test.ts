import { afterEach, expect, test } from 'vitest';
import { StandingThread } from './standing-thread.ts';

type Job = 'count' | 'fail' | 'never';
const forever = 1_000_000;
const patient = { memoryMb: 64, patienceMs: forever, graceMs: forever, idleMs: forever };

let thread: StandingThread<Job>;
const start = (settings: Partial<typeof patient> = {}) => {
  thread = new StandingThread(new URL('./testing-thread.ts', import.meta.url), {
    ...patient,
    ...settings,
  });
  return thread;
};
afterEach(() => thread.close());

test('jobs are answered in order by one thread that remembers', async () => {
  const { ask } = bound(start());
  expect(await Promise.all([ask('count'), ask('count'), ask('count')])).toEqual([1, 2, 3]);
  expect(await ask('count')).toBe(4);
});

test('a job abandoned before its turn is never begun', async () => {
  const { ask } = bound(start());
  const control = new AbortController();
  const first = ask('count');
  const superseded = ask('count', control.signal);
  const last = ask('count');
  control.abort(new Error('superseded'));
  await expect(superseded).rejects.toThrow('superseded');
  expect(await Promise.all([first, last])).toEqual([1, 2]); // else it would be 3
  await expect(ask('count', control.signal)).rejects.toThrow('superseded');
});

test('an abandoned job that goes on and on makes way for the next, on a fresh thread', async () => {
  const { ask } = bound(start({ graceMs: 1 }));
  expect(await ask('count')).toBe(1);
  const control = new AbortController();
  const endless = ask('never', control.signal);
  const next = ask('count');
  control.abort(new Error('superseded'));
  await expect(endless).rejects.toThrow('superseded');
  expect(await next).toBe(1);
});

test('patience ends', async () => {
  const { ask } = bound(start({ patienceMs: 1 }));
  await expect(ask('never')).rejects.toThrow('too long');
});

test('a thread that fails takes down its own job alone', async () => {
  const { ask } = bound(start());
  const [failed, next] = await Promise.allSettled([ask('fail'), ask('count')]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'told to fail' } });
  expect(next).toEqual({ status: 'fulfilled', value: 1 });
});

function bound(one: StandingThread<Job>) {
  return { ask: (job: Job, signal?: AbortSignal) => one.ask(job, signal) };
}
