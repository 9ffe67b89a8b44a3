import type { Options } from 'uplot';
import { curveTokens } from './curve-colours.ts';
import type { Tokens } from './tokens.ts';

type Wanted = {
  labels: readonly [string, boolean][];
  xLabel: string;
  xEnd: number | null;
  limits: [number, number] | null;
  width: number;
  height: number;
  tokens: Tokens;
};

/** uPlot's options in the look of the house; curves are told apart by dash as well as colour. */
export function curveOptions(wanted: Wanted): Options {
  const { labels, limits, xEnd, width, height, tokens } = wanted;
  const colours = curveTokens.map((name) => tokens[name]);
  const font = '11px "IBM Plex Mono", monospace';
  const axis = {
    stroke: tokens['ink-3'],
    font,
    grid: { stroke: tokens.line, width: 1 },
    ticks: { stroke: tokens.line, size: 4 },
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, points: { size: 5 } },
    padding: [8, 8, 0, 0],
    scales: {
      x: { time: false, ...(xEnd === null ? {} : { range: [0, xEnd] }) },
      y: limits ? { range: limits } : {},
    },
    axes: [
      { ...axis, size: 24, gap: 2 },
      { ...axis, size: 46, gap: 4 },
    ],
    series: [
      { label: wanted.xLabel },
      ...labels.map(([label, dash], index) => ({
        label,
        stroke: colours[index % colours.length] ?? tokens.ink,
        width: 1.5,
        spanGaps: true,
        points: { show: false },
        ...(dash || index >= colours.length ? { dash: [5, 3] } : {}),
      })),
    ],
  };
}
