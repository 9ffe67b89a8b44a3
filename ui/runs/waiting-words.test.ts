import { expect, it } from 'vitest';
import { waitingWords } from './waiting-words.ts';

it('says whether anybody can take the run, and how many come first', () => {
  expect(waitingWords({ ahead: 0, workers: 0, older: 0, busy: 0 })).toBe(
    'No worker is connected. It is the next to run.',
  );
  expect(waitingWords({ ahead: 1, workers: 1, older: 0, busy: 1 })).toBe(
    'The worker is busy with another run. 1 run before it.',
  );
  expect(waitingWords({ ahead: 4, workers: 2, older: 0, busy: 2 })).toBe(
    'All 2 workers are busy with other runs. 4 runs before it.',
  );
  expect(waitingWords({ ahead: 0, workers: 0, older: 1, busy: 0 })).toBe(
    'The connected worker is of an older version that cannot do this. It is the next to run.',
  );
  expect(waitingWords({ ahead: 0, workers: 2, older: 0, busy: 1 })).toMatch(/^A worker is free/);
});
