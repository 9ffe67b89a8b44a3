import { expect, test } from 'vitest';
import { linearWorld } from './linear-world.ts';
import { measureChanges } from './measured-changes.ts';
import { effectOn, measureEffects } from './measured-effects.ts';
import { covarianceOf } from './encoded.ts';
import { measureNulls, nullBound, nullDirections, randomDirections } from './random-directions.ts';
import { Spread } from './spread.ts';

const world = linearWorld(
  [
    [1, 0, 0, 0],
    [0, 0, -3, 0],
  ],
  10,
);
const from = { ...world.encoded, circuits: [1, 2, 3, 4, 5, 6, 7, 8] };
const spread = new Spread(covarianceOf(world.encoded));
const question = {
  vector: [0.5, 0, 0.2, 0],
  from,
  individuals: 3,
  seed: 9,
  steps: [-2, 2] as const,
  sds: [0.25, 1],
  decode: world.decode,
};

async function all<T>(reports: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const report of reports) found.push(report);
  return found;
}

test('a linear world: the same change in every circuit, that of its effects', async () => {
  const changes = await all(measureChanges(question));
  expect(changes).toHaveLength(8);
  for (const [first = 0, second = 0] of changes) {
    expect(first).toBeCloseTo(8, 6);
    expect(second).toBeCloseTo(-2.4, 6);
  }
  const metrics = [
    { id: 'first', sd: 0.25 },
    { id: 'second', sd: 1 },
  ];
  const effects = (await all(measureEffects({ ...question, steps: [-2, 0, 2], metrics }))).at(-1);
  expect(effects && effectOn(effects, 'first')?.change.mean).toBeCloseTo(8, 6);
});

test('a metric that is not defined stays so', async () => {
  const decode: typeof world.decode = async (circuit, places) =>
    Array.from(await world.decode(circuit, places)).map((value, k) => (k % 2 ? NaN : value));
  for (const [first = 0, second = 0] of await all(measureChanges({ ...question, decode }))) {
    expect(first).toBeCloseTo(8, 6);
    expect(second).toBeNaN();
  }
});

test('random directions have the length that is asked, are the same from the same seed, and point anywhere', () => {
  const drawn = randomDirections(spread, 1.7, 400, 3);
  for (const vector of drawn) expect(spread.lengthOf(vector)).toBeCloseTo(1.7, 6);
  expect(randomDirections(spread, 1.7, 400, 3)).toEqual(drawn);
  expect(randomDirections(spread, 1.7, 2, 4)[0]).not.toEqual(drawn[0]);
  for (let d = 0; d < spread.dimensions; d++)
    expect(Math.abs(drawn.reduce((sum, one) => sum + Math.sign(one[d] ?? 0), 0))).toBeLessThan(80);
});

test('nulls of a linear world are the effects of those very directions, and 19 in 20 more stay inside', async () => {
  const asked = { ...question, spread, length: 1, directions: nullDirections };
  const nulls = await all(measureNulls(asked));
  expect(nulls).toHaveLength(19);
  randomDirections(spread, 1, nullDirections, question.seed).forEach((vector, k) => {
    expect(nulls[k]?.[0]).toBeCloseTo((4 * (vector[0] ?? 0)) / 0.25, 6);
    expect(nulls[k]?.[1]).toBeCloseTo(4 * -3 * (vector[2] ?? 0), 6);
  });
  let outside = 0;
  for (let seed = 0; seed < 500; seed++) {
    const changes = randomDirections(spread, 1, 20, 100 + seed).map(
      (vector) => 16 * (vector[0] ?? 0),
    );
    if (Math.abs(changes[19] ?? 0) > nullBound(changes.slice(0, 19))) outside++;
  }
  expect(outside / 500).toBeGreaterThan(0.025);
  expect(outside / 500).toBeLessThan(0.08);
});
