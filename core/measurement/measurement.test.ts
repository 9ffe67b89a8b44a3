import { describe, expect, it } from 'vitest';
import {
  measureSpec,
  metricIds,
  nullModelIds,
  predictorIds,
  type FunctionTask,
  type MeasureSpec,
  type StructureRow,
} from '../contracts/index.ts';
import { nullModels } from '../nulls/index.ts';
import { Generator, streams } from '../random.ts';
import { defaultProtocol, reservoirTasks } from '../reservoir/index.ts';
import { csvOf, svgOf, type Plot } from '../report/index.ts';
import {
  proposedFunction,
  proposedMeasure,
  reciprocityWords,
  scorePlot,
  structurePlot,
  toldPlot,
  withPlot,
  withWords,
} from './index.ts';

const radii = [0.6, 0.9];

/** Figures by chance, some of them not defined. */
function randomTask(of: FunctionTask['protocol']['task'], chance: Generator): FunctionTask {
  const number = () => (chance.nextUniform() < 0.2 ? null : 2 * chance.nextUniform() - 1);
  const interval = () => ({ low: number(), high: number() });
  const each = <T>(values: readonly T[]) =>
    values.flatMap((value) => radii.map((radius) => ({ value, radius })));
  return {
    protocol: defaultProtocol(of, { values: radii }),
    measured: { train: 100, test: 30 },
    curve: radii.map((radius) => ({
      ...{ radius, mean: number(), ...interval() },
      ...{ inputLow: number(), inputHigh: number() },
    })),
    explained: each(predictorIds).map(({ value, radius }) => ({
      ...{ from: value, radius, r2: number(), ...interval(), sameTissue: number() },
    })),
    goesWith: each(metricIds).map(({ value, radius }) => ({
      ...{ metric: value, radius, rho: number(), held: number() },
    })),
    nulls: each(nullModelIds).map(({ value, radius }) => ({
      ...{ null: value, radius, circuits: 20, mean: number(), nullMean: number() },
      ...{ difference: number(), ...interval(), zMean: number(), outside95: number() },
    })),
    reciprocity: radii.map((radius) => ({
      ...{ radius, effect: number(), ...interval(), kept: number(), rewired: number() },
    })),
  };
}

function randomRow(metric: string, fold: StructureRow['fold'], chance: Generator): StructureRow {
  const number = () => (chance.nextUniform() < 0.2 ? null : 40 * chance.nextUniform() - 20);
  return {
    ...{ null: 'degree', fold, metric, circuits: 10, defined: 9, mean: number(), sd: number() },
    ...{ nullMean: number(), low: number(), high: number(), zMean: number(), zSd: number() },
    outside95: number(),
  };
}

function plotsOf(seed: number): Plot[] {
  const chance = new Generator(seed, streams.bench);
  const tasks = reservoirTasks.map(({ id }) => randomTask(id, chance));
  const rows = [...metricIds, 'of_a_later_build'].flatMap((metric) => [
    randomRow(metric, 'train', chance),
    randomRow(metric, 'test', chance),
  ]);
  return [structurePlot(rows), toldPlot(tasks), withPlot(tasks, 0.9), ...tasks.map(scorePlot)];
}

describe('every plot of a measurement', () => {
  it('has finite places, whatever is not defined', () => {
    for (let seed = 0; seed < 20; seed += 1)
      for (const plot of plotsOf(seed))
        for (const width of [350, 680])
          expect(svgOf(plot, width), plot.id).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('has a table as wide as its head', () => {
    for (const { id, table } of plotsOf(1)) {
      for (const row of table.rows) expect(row, id).toHaveLength(table.columns.length);
      expect(csvOf(table).split('\r\n')).toHaveLength(table.rows.length + 2);
    }
  });
});

describe('what is said of reciprocity', () => {
  const task = (
    of: FunctionTask['protocol']['task'],
    effect: number,
    low: number,
    high: number,
  ) => ({
    ...randomTask(of, new Generator(1, streams.bench)),
    reciprocity: [{ radius: 0.9, effect, low, high, kept: 0.2, rewired: 0.1 }],
  });

  it('is that it helps where scores rise, or errors fall', () => {
    expect(reciprocityWords(task('memory', 0.4, 0.2, 0.6))).toMatch(/helps at 0.9 /);
    expect(reciprocityWords(task('memory', -0.4, -0.6, -0.2))).toMatch(/hurts at 0.9 /);
    expect(reciprocityWords(task('narma10', -0.4, -0.6, -0.2))).toMatch(/helps at 0.9 /);
    expect(reciprocityWords(task('narma10', 0.4, 0.2, 0.6))).toMatch(/hurts at 0.9 /);
  });

  it('is nothing clear where the interval holds zero, and that it was not asked where it was not', () => {
    expect(reciprocityWords(task('memory', 0.4, -0.2, 0.6))).toMatch(/no clear effect at 0.9 /);
    expect(reciprocityWords({ ...task('memory', 0, 0, 0), reciprocity: [] })).toMatch(/not asked/);
  });
});

it('names the metrics that go with a task once the others are held, better ones by the sign of the score', () => {
  const chance = new Generator(1, streams.bench);
  const goesWith = metricIds.map((metric) => ({
    metric,
    radius: 0.9,
    rho: 0.9,
    held: metric === 'reciprocity' ? 0.4 : metric === 'density' ? -0.3 : 0.1,
  }));
  const [memory, narma] = withWords(
    (['memory', 'narma10'] as const).map((id) => ({
      ...randomTask(id, chance),
      measured: { train: 1000, test: 300 },
      goesWith,
    })),
    0.9,
  );
  expect(memory).toMatch(/better with more reciprocity \(0\.400\); worse with more density/);
  expect(narma).toMatch(/better with more density \(0\.300\); worse with more reciprocity/);
});

describe('what may be asked for', () => {
  const circuits = { train: 500, validation: 100, test: 150 };
  const sound: MeasureSpec = {
    ...proposedMeasure(circuits),
    function: proposedFunction(circuits),
    name: 'All of it',
    modelId: 'mdl_1',
  };

  it('holds what is proposed, and every null there is', () => {
    expect(measureSpec.parse(sound)).toEqual(sound);
    expect(nullModels.map(({ id }) => id)).toEqual([...nullModelIds]);
  });

  it.each([
    ['structure', 'circuits', 2001],
    ['structure', 'draws', 501],
    ['structure', 'nulls', []],
    ['structure', 'nulls', ['degree', 'degree']],
    ['function', 'tasks', []],
    ['function', 'radii', [0.9, 0.9]],
    ['function', 'radii', [Number.NaN]],
    ['function', 'inputs', 33],
    ['function', 'steps', 10_001],
    ['function', 'nullDraws', 101],
  ] as const)('refuses %s.%s %j', (part, key, value) => {
    const asked = { ...sound, [part]: { ...sound[part], [key]: value } };
    expect(measureSpec.safeParse(asked).success).toBe(false);
  });
});
