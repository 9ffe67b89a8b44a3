import { scaleLinear, scaleLog } from 'd3-scale';
import type { StructureMetric } from '~/core/metrics/index.ts';
import type { Ramp } from '~/ui/kit/index.ts';

/** A mark of a legend: its place between 0 and 1, and the value there. */
export type Tick = { readonly at: number; readonly value: number; readonly text: string };

/** Where values of a metric stand on a ramp of colours. */
export interface MetricScale {
  readonly from: number;
  readonly to: number;
  readonly ramp: Ramp;
  /** 0 to 1, clamped; -1 where the value is not defined. */
  readonly place: (value: number) => number;
  /** About so many round values between the ends. */
  readonly ticks: (wanted: number) => Tick[];
}

type Drawn = Pick<StructureMetric, 'range' | 'scale' | 'spacing'>;

/**
 * As the metric's definition says: spaced evenly or by logarithm, and with diverging colours around zero or sequential
 * ones. The ends are the 1st and 99th percentile of the values, so that one outlier does not flatten the rest, within
 * what the metric can be; a logarithm begins at the least value above zero.
 */
export function metricScale(metric: Drawn, values: ArrayLike<number>): MetricScale {
  const log = metric.spacing === 'log';
  const shown = Float64Array.from(values).filter((value) =>
    log ? value > 0 : !Number.isNaN(value),
  );
  const [from, to] = ends(metric, shown.sort());
  const scale = log ? scaleLog().domain([from, to]) : scaleLinear().domain([from, to]);
  return {
    from,
    to,
    ramp: metric.scale === 'diverging' ? 'diverging' : 'viridis',
    place: (value) =>
      Number.isNaN(value)
        ? -1
        : Math.min(1, Math.max(0, scale(log ? Math.max(value, from) : value))),
    ticks: (wanted) => {
      const write = log ? scale.tickFormat(wanted, '~g') : scale.tickFormat(wanted);
      return scale
        .ticks(wanted)
        .map((value) => ({ at: scale(value), value, text: write(value) }))
        .filter(({ text }) => text !== '');
    },
  };
}

function ends({ range, scale, spacing }: Drawn, sorted: Float64Array): [number, number] {
  const at = (share: number) => sorted[Math.floor(share * Math.max(0, sorted.length - 1))] ?? 0;
  let [from, to] = [at(0.01), at(0.99)];
  if (scale === 'diverging') {
    const furthest = Math.max(Math.abs(from), Math.abs(to));
    [from, to] = [-furthest, furthest];
  }
  if (spacing === 'log')
    return from > 0 && to > from ? [from, to] : [(from || 1) / 2, (from || 1) * 2];
  if (!(to > from)) [from, to] = [from - 0.5, to + 0.5];
  return [Math.max(from, range[0] ?? -Infinity), Math.min(to, range[1] ?? Infinity)];
}
