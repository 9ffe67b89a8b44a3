import { describe, expect, it } from 'vitest';
import { modelFigures, statisticIds, type Folds } from '../contracts/index.ts';
import { Generator, streams } from '../random.ts';
import { spreadPattern } from '../sampling/folds/spread-pattern.ts';
import { cardPlots } from './card-plots.ts';
import { generators } from './names.ts';
import { csvOf, shortNumber, type Plot } from './plot.ts';
import { priorPlot } from './prior-plot.ts';
import { randomFigures } from './random-figures.ts';
import { ratePlot } from './rate-plot.ts';
import { ratioPlot } from './ratio-plot.ts';
import { svgOf } from './scene-svg.ts';
import { verdictOf, verdictWords } from './verdict.ts';

const figuresOf = (seed: number) => randomFigures(new Generator(seed, streams.bench));
const points = [
  { name: 'low', bits: 150, auc: 0.91, ap: 0.25, r2: 0.9 },
  { name: 'high', bits: 450, auc: 0.98, ap: 0.6, r2: 0.94 },
];
const blocks: Folds = {
  kind: 'blocks',
  axes: ['x', 'z'],
  across: [1, 3],
  pattern: ['validation', 'train', 'test'],
  gapUm: 20,
};
const plotsOf = (seed: number): Plot[] => [
  ...cardPlots(figuresOf(seed), { folds: blocks, size: 64 }),
  ratePlot(points),
];

describe('every plot', () => {
  it('is of figures that fit the contract', () => {
    expect(modelFigures.parse(figuresOf(1))).toEqual(figuresOf(1));
  });

  it('has finite places, on a phone as in a file', () => {
    for (let seed = 0; seed < 20; seed += 1)
      for (const plot of plotsOf(seed))
        for (const width of [350, 680]) {
          const svg = svgOf(plot, width);
          expect(svg, `${plot.id}, seed ${seed}`).not.toMatch(/NaN|Infinity|undefined|null/);
        }
  });

  it('keeps its marks inside', () => {
    for (const plot of plotsOf(3))
      for (const width of [350, 680]) {
        const { marks, height } = plot.draw(width);
        for (const { attributes } of marks) {
          const place = /^translate\((\S+) (\S+)\)$/.exec(String(attributes.transform));
          const [x, y] = place
            ? [Number(place[1]), Number(place[2])]
            : [Number(attributes.x ?? 0), Number(attributes.y ?? 0)];
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }
  });

  it('stands as a table of as many columns as heads', () => {
    for (const { table } of plotsOf(4)) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });
});

it('tells how tissue differs with care where test blocks may have been chosen to resemble training', () => {
  const about = (folds: Folds) => priorPlot(figuresOf(1), folds).about;
  const slabs: Folds = { axis: 'x', slabs: 3, pattern: ['test', 'train', 'validation'], gapUm: 20 };
  const checker: Folds = { ...blocks, pattern: spreadPattern(blocks.across) };
  expect(about(blocks)).toMatch(/less so where their blocks were chosen/);
  for (const folds of [slabs, checker]) expect(about(folds)).toMatch(/show how tissue differs\.$/);
});

describe('the plot of ratios', () => {
  it('puts the smaller ratio to the left, and none at the edge', () => {
    const { generation } = figuresOf(5).report;
    const { marks } = ratioPlot(generation).draw(600);
    const place = (name: string) => {
      const mark = marks.find(({ about }) => about?.startsWith(`In-degree, ${name}:`));
      return Number(/\((\S+) /.exec(String(mark?.attributes.transform))?.[1]);
    };
    const ratio = (id: string) =>
      generation.generators
        .find((row) => row.id === id)
        ?.ratios.find(({ statistic }) => statistic === 'in_degree')?.mean ?? 0;
    const [ours, theirs] = [ratio('model'), ratio('validation')];
    expect(ours).not.toBe(theirs);
    expect(Math.sign(place('This model') - place('Validation circuits'))).toBe(
      Math.sign(Math.max(ours, 0.02) - Math.max(theirs, 0.02)),
    );
  });
});

describe('the verdict', () => {
  const all = (value: number) => ({ mean: value, low: value, high: value });
  const found = (model: number, nulls: number) => {
    const { generation } = figuresOf(6).report;
    return {
      ...generation,
      generators: generation.generators.map((row) => {
        const value = row.id === 'model' ? model : nulls;
        const ratios = statisticIds.map((statistic) => ({ statistic, ...all(value) }));
        return { ...row, ratios, mean: all(value) };
      }),
    };
  };

  it('is good where the model is closer than every null', () => {
    expect(verdictOf(found(1.2, 3))).toEqual({
      mean: 1.2,
      reached: true,
      compared: statisticIds,
      lost: [],
      lostToTold: [],
    });
  });

  it('names what the model is not better than, and who had been told', () => {
    const { reached, lost, lostToTold } = verdictOf(found(1.6, 1.6));
    expect(reached).toBe(false);
    expect(lost).toHaveLength(4 * statisticIds.length);
    expect(lostToTold).toHaveLength(2 * statisticIds.length);
    expect(lost.every(({ to }) => !generators[to].told)).toBe(true);
    expect(verdictWords(found(1.6, 1.6)).join(' ')).toMatch(/missed.*Not closer.*Rewired training/);
  });

  it('claims nothing where nothing could be compared', () => {
    const none = { mean: null, low: null, high: null };
    const whole = found(1.2, 3);
    const without = (keep: (statistic: string) => boolean) => ({
      ...whole,
      generators: whole.generators.map((row) => ({
        ...row,
        ratios: row.ratios.map((ratio) => (keep(ratio.statistic) ? ratio : { ...ratio, ...none })),
        mean: keep('in_degree') ? row.mean : none,
      })),
    });
    const empty = {
      ...without(() => false),
      generators: without(() => false).generators.map((row) => ({ ...row, ratios: [] })),
    };
    for (const nothing of [without(() => false), empty]) {
      const words = verdictWords(nothing).join(' ');
      expect(words).toMatch(/could not be judged.*nothing could be compared/);
      expect(words).not.toMatch(/closer|reached|missed/);
    }
    expect(verdictWords(without((statistic) => statistic === 'in_degree'))[1]).toMatch(
      /^On each of the 1 of 6 statistics that could be compared it is closer/,
    );
    expect(verdictWords(whole)[1]).toMatch(/^On each statistic it is closer/);
  });
});

describe('files', () => {
  it('quotes fields of a CSV as RFC 4180 has it', () => {
    const table = { columns: ['a', 'b'], rows: [['x, "y"', null] as const, [1.25, 'z'] as const] };
    expect(csvOf(table)).toBe('a,b\r\n"x, ""y""",\r\n1.25,z\r\n');
  });

  it('escapes what people wrote', () => {
    const hostile = [{ ...points[0], name: '<script>&"' }, points[1]];
    const svg = svgOf({ ...ratePlot(hostile as typeof points), title: 'a < b', about: '"&' }, 600);
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('<title>a &lt; b</title>\n<desc>&quot;&amp;</desc>');
  });

  it('writes figures short and with a real minus', () => {
    expect([-0.5, 12, 12.34, 1.234, 0.1234, 0.00001].map(shortNumber)).toEqual([
      '−0.500',
      '12',
      '12.3',
      '1.23',
      '0.123',
      '1.0e−5',
    ]);
    expect(shortNumber(null)).toBe('–');
  });
});
