'use client';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { CurveLegend } from './curve-legend.tsx';
import { curveOptions } from './curve-options.ts';
import { useTokens } from './tokens.ts';

export type Curve = { label: string; values: readonly (number | null)[]; dash?: boolean };
type Props = {
  title: string;
  /** Shared x of all curves, ascending. */
  x: readonly number[];
  curves: readonly Curve[];
  xLabel: string;
  /** Where x will end, so that the axis stands still while points come. */
  xEnd?: number;
  range?: [number, number];
  /** Decimals of the last values in the legend. */
  places?: number;
  height?: number;
};

/** Line curves by uPlot; the box keeps its height while data comes in. The last values stand in the legend. */
export function Curves({ title, x, curves, xLabel, xEnd, range, places = 3, height = 170 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const tokens = useTokens();
  const names = JSON.stringify(curves.map((curve) => [curve.label, curve.dash ?? false]));
  const [low, high] = range ?? [];

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const labels = JSON.parse(names) as [string, boolean][];
    const limits: [number, number] | null =
      low === undefined || high === undefined ? null : [low, high];
    const made = new UPlot(
      curveOptions({
        labels,
        xLabel,
        xEnd: xEnd ?? null,
        limits,
        height,
        width: element.clientWidth,
        tokens,
      }),
      [[], ...labels.map(() => [])],
      element,
    );
    plot.current = made;
    const resized = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [names, xLabel, xEnd, low, high, height, tokens]);

  useEffect(() => {
    plot.current?.setData([[...x], ...curves.map((curve) => [...curve.values])]);
  }, [x, curves, names, xLabel, xEnd, low, high, height, tokens]);

  return (
    <figure className="min-w-0">
      <figcaption className="mb-1">
        <p className="text-13 font-medium">{title}</p>
        <CurveLegend curves={curves} places={places} />
      </figcaption>
      <div
        ref={box}
        role="img"
        aria-label={`${title} over ${xLabel}: ${curves.map((curve) => curve.label).join(', ')}`}
        style={{ height }}
        className="relative min-w-0 overflow-hidden"
      >
        {x.length === 0 && (
          <p className="absolute inset-0 grid place-items-center text-12 text-ink-3">
            after the first {xLabel}
          </p>
        )}
      </div>
    </figure>
  );
}
