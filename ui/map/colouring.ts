import { structureMetricOf, type StructureMetricId } from '~/core/metrics/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { foldLabels, type Tokens } from '~/ui/kit/index.ts';
import { metricScale, type MetricScale, type Tick } from './metric-scale.ts';
import { divergingBytes, plateauBytes, rampBytes, rgb } from './ramp.ts';

export type ColourBy = StructureMetricId | 'fold';

export type Legend =
  | { kind: 'scale'; unit: string; ticks: readonly Tick[] }
  | { kind: 'categories'; entries: readonly { label: string; colour: string }[] };

/** How the points are painted: places in a ramp, and the legend that explains them. */
export interface Colouring {
  readonly values: Float32Array;
  readonly ramp: Uint8Array<ArrayBuffer>;
  readonly legend: Legend;
  /** null for categories */
  readonly scale: MetricScale | null;
}

/** Colours by one metric, as its definition says; `column`: its value for each circuit, NaN where not defined. */
export function byMetric(
  metric: StructureMetricId,
  column: Float32Array,
  tokens: Tokens,
): Colouring {
  const definition = structureMetricOf(metric);
  const scale = metricScale(definition, column);
  return {
    values: column.map(scale.place),
    ramp: rampOf(scale, tokens),
    legend: { kind: 'scale', unit: definition.unit, ticks: scale.ticks(3) },
    scale,
  };
}

/** The colours of a scale without the end that would vanish on this theme's surface. */
export function rampOf({ ramp }: MetricScale, tokens: Tokens): Uint8Array<ArrayBuffer> {
  const dark = isDark(tokens);
  if (ramp === 'diverging') return divergingBytes(tokens['line-strong']);
  return rampBytes(ramp, dark ? 0.14 : 0, dark ? 1 : 0.93);
}

/** Colours by fold. */
export function byFold(data: Pick<LatentMap, 'fold'>, tokens: Tokens): Colouring {
  const entries = (['train', 'validation', 'test'] as const).map((fold) => ({
    label: foldLabels.find((one) => one.fold === fold)?.label ?? fold,
    colour: tokens[`fold-${fold}`],
  }));
  const values = Float32Array.from(data.fold, (fold) =>
    fold >= 1 && fold <= 3 ? (fold - 0.5) / 3 : -1,
  );
  const ramp = plateauBytes(entries.map((entry) => entry.colour));
  return { values, ramp, legend: { kind: 'categories', entries }, scale: null };
}

/** Whether the theme's surface is dark, by its mean channel. */
export function isDark(tokens: Tokens): boolean {
  const [r, g, b] = rgb(tokens.surface);
  return r + g + b < 3 * 128;
}
