import { expect, it } from 'vitest';
import { Generator, streams } from '~/core/random.ts';
import { Unsent } from './unsent.ts';

it('a change counts until the answer to a question asked after it', () => {
  let asked = 0;
  const unsent = new Unsent(() => (asked += 1) > 0);
  unsent.changed();
  unsent.changed();
  expect([asked, unsent.count.get()]).toEqual([1, 2]); // one question at a time
  unsent.answered();
  expect([asked, unsent.count.get()]).toEqual([2, 1]);
  unsent.answered();
  expect(unsent.count.get()).toBe(0);
  unsent.answered(); // an answer to nothing we asked
  expect([asked, unsent.count.get()]).toEqual([2, 0]);
});

it('a question of a line that broke is never answered', () => {
  let open = true;
  const unsent = new Unsent(() => open);
  unsent.changed();
  open = false;
  unsent.changed();
  unsent.inStep();
  unsent.answered(); // nothing could be asked
  expect(unsent.count.get()).toBe(2);
  open = true;
  unsent.inStep();
  unsent.answered();
  expect(unsent.count.get()).toBe(0);
});

it('never counts as taken what the server does not have, whatever comes when', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const chance = new Generator(seed, streams.bench);
    let [made, held, connected] = [0, 0, true];
    let line: ('change' | 'question')[] = []; // under way to the server, in order
    const unsent = new Unsent(() => {
      if (connected) line.push('question');
      return connected;
    });
    for (let step = 0; step < 60; step++) {
      const dice = chance.nextInt(4);
      if (dice === 0) {
        made += 1;
        if (connected) line.push('change');
        unsent.changed();
      } else if (dice === 1 && line.length > 0) {
        if (line.shift() === 'change') held += 1;
        else unsent.answered();
      } else if (dice === 2 && connected) {
        [connected, line] = [false, []];
      } else if (dice === 3 && !connected) {
        [connected, held] = [true, made]; // whoever comes back brings all
        unsent.inStep();
      }
      expect(made - unsent.count.get(), `seed ${seed}`).toBeLessThanOrEqual(held);
    }
  }
});
