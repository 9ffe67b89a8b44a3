import { describe, expect, it } from 'vitest';
import type { DirectionsReport } from '../contracts/index.ts';
import { metricOf } from '../metrics/index.ts';
import { Generator, streams } from '../random.ts';
import { directionsPlot } from './directions-plot.ts';
import { directionsWords, largestChange } from './directions-words.ts';
import { functionStructurePlot } from './function-structure-plot.ts';
import { functionWords } from './function-words.ts';
import { ordersWords } from './orders-words.ts';
import { randomFigures } from './random-figures.ts';
import { randomMeasured } from './random-measured.ts';
import { notMeasured } from './unmeasured.ts';

const found = (seed: number) => randomMeasured(new Generator(seed, streams.bench));
const exact = (mean: number) => ({ mean, low: mean, high: mean });

/** Reciprocity with all held: own effect, what it does to density, the length of its step. */
function purified(own: number, density: number, length: number): DirectionsReport {
  const held = [
    'density',
    'clustering',
    'cv_out',
    'cv_in',
    'feed_forward',
    'cycles',
    'in_out_correlation',
  ] as const;
  const curve = [-2, 2].map((step) => ({ step, ...exact((own * step) / 4) }));
  return {
    ...found(1).directions,
    directions: [
      {
        kind: 'purified',
        moves: 'reciprocity',
        held: [...held],
        corrections: 1,
        length,
        own: { circuits: 40, individuals: 4, curve, change: exact(own), spearman: 1 },
        metrics: [
          { metric: 'reciprocity', ...exact(own), spearman: 1 },
          { metric: 'density', ...exact(density), spearman: -1 },
          { metric: 'cycles', ...exact(0.1), spearman: 1 },
        ],
      },
    ],
    refused: [],
  };
}

describe('directions in words', () => {
  it('a goal is reached by its own effect and by what else changes, whichever way', () => {
    const words = (own: number, density: number) =>
      directionsWords(purified(own, density, 1)).join(' ');
    expect(words(3.1, -0.4)).toMatch(/own effect 3\.10, largest other 0\.400; .* is reached/);
    expect(words(3.1, -0.6)).toMatch(/is missed/);
    expect(words(2.9, 0.1)).toMatch(/is missed/);
    expect(words(3.1, -0.4)).not.toMatch(/No direction/);
  });

  it('says where there is none within the data, and which could not be found at all', () => {
    expect(directionsWords(purified(3, 0, 2.6)).join(' ')).toMatch(
      /No direction within 2\.5 standard deviations of the data moves reciprocity and holds the seven others: the nearest step is 2\.60 long/,
    );
    expect(directionsWords(purified(3, -0.6, 2.4)).join(' ')).toMatch(
      /No direction was found within 2\.5 standard deviations of the data that moves reciprocity and holds the seven others to 0\.5: the best changes density by −0\.600/,
    );
    expect(directionsWords(found(1).directions).at(-1)).toBe(
      'No purified direction of cycles: None changes it.',
    );
  });

  it('the largest other is never what is moved, and the largest held one of those held', () => {
    const [one] = purified(3, -0.4, 1).directions;
    if (!one) throw new Error('no direction');
    expect(largestChange(one)?.metric).toBe('density');
    expect(largestChange(one, ['cycles'])?.metric).toBe('cycles');
    expect(largestChange(one, [])).toBeNull();
  });

  it('a kind that was not measured has no plot', () => {
    expect(directionsPlot(purified(3, 0, 1), 'aligned')).toBeNull();
  });
});

it('orders say how many were met, at which cost, and what others give', () => {
  const { orders } = found(2);
  const [set] = orders.sets;
  if (!set) throw new Error('no set');
  const cost = { median: 17.5, ninety: 20, most: 30 };
  const rivals = set.rivals.map((rival) =>
    rival.id === 'uniform' ? { ...rival, within: 1, cost } : { ...rival, within: 0.66 },
  );
  const sets = [{ ...set, within: 0.987, typical: 0.9, copies: 0, rivals }];
  expect(ordersWords({ ...orders, sets })).toEqual([
    '1 metric: 98.7 % within 3 %, with a cost of at most 2 for 90 %. Of 64 draws the best meets 66 %; a walk without a model 100 %, at a median cost of 17.5. None could be a copy of a known circuit.',
  ]);
});

describe('function in words', () => {
  const withMemory = (z: number | null, metrics: number) => {
    const { tasks, ...rest } = found(3).function;
    const told = (value: number | null) => ({
      r2: [0, value],
      interval: [null, null],
      sameTissue: [null, null],
    });
    const none = told(0);
    return functionWords({
      ...rest,
      tasks: tasks.map((one) => ({
        ...one,
        r2: {
          z: one.task === 'memory' ? told(z) : none,
          metrics: told(metrics),
          both: none,
          conditions: none,
        },
      })),
    });
  };

  it('memory needs its level and to be above the metrics', () => {
    expect(withMemory(0.86, 0.8)[0]).toMatch(/reached/);
    expect(withMemory(0.84, 0.8)[0]).toMatch(/missed/);
    expect(withMemory(0.79, 0.1)[0]).toMatch(/missed/);
    expect(withMemory(null, 0.8)[0]).toMatch(/could not be judged/);
    expect(withMemory(0.86, 0.8)[1]).toMatch(
      /^1 of 5 tasks above 0\.5 \(Memory capacity\).*missed/,
    );
  });

  it('what goes with an error goes against doing well', () => {
    const { rows } = functionStructurePlot(found(3).function).table;
    const row = rows.find(([name]) => name === metricOf('cv_out').name) ?? [];
    expect(row.slice(1)).toEqual([1, -1, -1, -1, 1]); // memory, three errors, parity
  });
});

it('what a report lacks is named', () => {
  const { directions, ...rest } = { ...randomFigures(new Generator(4, streams.bench)).report };
  expect(notMeasured({ ...rest, directions })).toEqual([]);
  expect(notMeasured(rest)).toEqual(['directions']);
  expect(notMeasured(undefined)).toHaveLength(4);
});
