import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latestWins, superseded } from './latest-wins.ts';

/** A run that ends when it is told to. */
function byHand() {
  const started: number[] = [];
  const ends: ((fail?: Error) => void)[] = [];
  const request = latestWins((input: number) => {
    started.push(input);
    return new Promise<string>((resolve, reject) =>
      ends.push((fail) => (fail ? reject(fail) : resolve(`done ${input}`))),
    );
  });
  return { started, ends, request };
}

test('of a burst the first runs, the last follows, those between are superseded', async () => {
  const { started, ends, request } = byHand();
  const answers = [1, 2, 3, 4].map((input) => request(input));
  expect(started).toEqual([1]);
  expect(await Promise.all(answers.slice(1, 3))).toEqual([superseded, superseded]);
  ends[0]?.();
  expect(await answers[0]).toBe('done 1');
  await expect.poll(() => started).toEqual([1, 4]);
  ends[1]?.();
  expect(await answers[3]).toBe('done 4');
});

test('a failed run tells its own request and the next one goes on', async () => {
  const { started, ends, request } = byHand();
  const [first, second] = [request(1), request(2)];
  ends[0]?.(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await expect.poll(() => started).toEqual([1, 2]);
  ends[1]?.();
  expect(await second).toBe('done 2');
});

test('whatever the timing: one run at a time, in order, and the newest request is always run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 12 }), async (s, count) => {
      let running = 0;
      const finished: number[] = [];
      const request = latestWins(async (input: number) => {
        expect(++running).toBe(1);
        await s.schedule(Promise.resolve());
        running--;
        finished.push(input);
        return input;
      });
      const answers: Promise<unknown>[] = [];
      s.scheduleSequence(
        Array.from({ length: count }, (_, input) => ({
          label: `request ${input}`,
          builder: () => {
            answers.push(request(input));
            return Promise.resolve();
          },
        })),
      );
      await s.waitIdle();
      const results = await Promise.all(answers);
      expect(finished).toEqual(results.filter((result) => result !== superseded));
      expect(finished).toEqual([...finished].sort((a, b) => a - b));
      expect(finished.at(-1)).toBe(count - 1);
    }),
  );
});
