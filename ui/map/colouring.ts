import { scaleLinear } from 'd3-scale';
import type { MetricId } from '~/core/contracts/index.ts';
import { metricColumn, type LatentMap } from '~/core/latent/index.ts';
import { foldLabels, type Tokens } from '~/ui/kit/index.ts';
import { plateauBytes, rampBytes, rgb } from './ramp.ts';

export type ColourBy = MetricId | 'fold';

export type Legend =
  | { kind: 'scale'; from: number; to: number; ticks: readonly Tick[] }
  | { kind: 'categories'; entries: readonly { label: string; colour: string }[] };
type Tick = { at: number; text: string };

type Coloured = Pick<LatentMap, 'circuits' | 'metrics' | 'fold'>;

/** How the points are painted: places in a ramp, and the legend that explains them. */
export interface Colouring {
  readonly values: Float32Array;
  readonly ramp: Uint8Array<ArrayBuffer>;
  readonly legend: Legend;
}

/** Colours by one metric between its 1st and 99th percentile, or by fold. */
export function colouring(by: ColourBy, data: Coloured, tokens: Tokens): Colouring {
  return by === 'fold' ? byFold(data, tokens) : byMetric(by, data, tokens);
}

function byMetric(metric: MetricId, data: Coloured, tokens: Tokens): Colouring {
  const column = metricColumn(data, metric);
  const [from, to] = middle(column);
  const values = column.map((value) =>
    Number.isNaN(value) ? -1 : Math.min(1, Math.max(0, (value - from) / (to - from))),
  );
  const scale = scaleLinear().domain([from, to]);
  const write = scale.tickFormat(3);
  const dark = isDark(tokens);
  return {
    values,
    ramp: rampBytes('viridis', dark ? 0.14 : 0, dark ? 1 : 0.93),
    legend: {
      kind: 'scale',
      from,
      to,
      ticks: scale.ticks(3).map((value) => ({ at: scale(value), text: write(value) })),
    },
  };
}

function byFold(data: Coloured, tokens: Tokens): Colouring {
  const entries = (['train', 'validation', 'test'] as const).map((fold) => ({
    label: foldLabels.find((one) => one.fold === fold)?.label ?? fold,
    colour: tokens[`fold-${fold}`],
  }));
  const values = Float32Array.from(data.fold, (fold) =>
    fold >= 1 && fold <= 3 ? (fold - 0.5) / 3 : -1,
  );
  const ramp = plateauBytes(entries.map((entry) => entry.colour));
  return { values, ramp, legend: { kind: 'categories', entries } };
}

/** 1st and 99th percentile of the defined values, so that one outlier does not flatten the rest. */
function middle(column: Float32Array): [number, number] {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const at = (share: number) => sorted[Math.floor(share * Math.max(0, sorted.length - 1))] ?? 0;
  const [from, to] = [at(0.01), at(0.99)];
  return to > from ? [from, to] : [from - 0.5, from + 0.5];
}

/** Whether the theme's surface is dark, by its mean channel. */
export function isDark(tokens: Tokens): boolean {
  const [r, g, b] = rgb(tokens.surface);
  return r + g + b < 3 * 128;
}
