import type { ViewState } from '~/core/contracts/index.ts';
import { structureMetrics } from '~/core/metrics/index.ts';
import { isIdentical, type PairDifference, type ViewComparison } from '~/core/views/index.ts';
import { plural } from '~/ui/kit/index.ts';

type Saved = Pick<ViewState, 'edges' | 'beside'>;

/** What came of computing a view again, in a sentence. @param on day it was saved */
export function comparisonWords(found: ViewComparison, saved: Saved, on: string): string {
  const { pairs, values, beside, compared } = found;
  const connections = plural(compared.connections, 'connection');
  const metrics = plural(compared.values, 'metric');
  const draws = saved.beside?.draws ?? 0;
  if (isIdentical(found)) {
    const same =
      saved.edges.from === 'decoder'
        ? `Identical: computed again, ${connections} and ${metrics} are as saved on ${on}`
        : `Identical: the ${connections} are those that were stored, ${metrics} of them as saved on ${on}`;
    if (draws === 0) return `${same}.`;
    return compared.beside > 0
      ? `${same}, and so are the ${draws} random circuits beside them.`
      : `${same}; the ${draws} random circuits beside them are being drawn.`;
  }
  const near = pairs.filter(({ borderline }) => borderline).length;
  const said = [
    pairs.length > 0 &&
      `${plural(pairs.length, 'pair')} of neurons connected otherwise${near > 0 ? ` (${nearWords(near, pairs.length)})` : ''}`,
    values.length > 0 && `${values.length} of ${metrics}`,
    beside.length > 0 && `what the metrics stand beside`,
    found.otherProtocol && 'how the terrain is scored',
  ];
  return `Differs from what was saved on ${on}: ${said.filter(Boolean).join(', ')}.`;
}

const nearWords = (near: number, all: number) =>
  near === all ? 'all near a boundary of the draw' : `${near} near a boundary of the draw`;

/** "density" or "density: mean" in words. */
export function metricName(text: string): string {
  const [id = '', part] = text.split(': ');
  const name = structureMetrics.find((metric) => metric.id === id)?.name ?? id;
  return part === undefined ? name : `${name}, ${partNames[part] ?? part} of the null`;
}

const partNames: Readonly<Record<string, string>> = {
  mean: 'mean',
  low: 'lower end',
  high: 'upper end',
  z: 'z-score',
};

/** How a pair is connected, with arrows between its neurons. */
export function pairWords(
  { i, j }: Pick<PairDifference, 'i' | 'j'>,
  state: PairDifference['was'],
  name: (neuron: number) => string,
): string {
  const arrow = { none: '·', forward: '→', backward: '←', both: '⇄', self: '↻' }[state];
  return i === j ? `${name(i)} ${arrow}` : `${name(i)} ${arrow} ${name(j)}`;
}
