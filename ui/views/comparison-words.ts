import { structureMetrics } from '~/core/metrics/index.ts';
import { isIdentical, type PairDifference, type ViewComparison } from '~/core/views/index.ts';
import { plural } from '~/ui/kit/index.ts';

/** What came of computing a view again, in a sentence. @param on day it was saved */
export function comparisonWords(found: ViewComparison, from: 'decoder' | 'stored', on: string) {
  const { pairs, values, compared } = found;
  const connections = plural(compared.connections, 'connection');
  const metrics = plural(compared.values, 'metric');
  if (isIdentical(found))
    return from === 'decoder'
      ? `Identical: computed again, ${connections} and ${metrics} are as saved on ${on}.`
      : `Identical: the ${connections} are those that were stored, and ${metrics} of them are as saved on ${on}.`;
  const near = pairs.filter(({ borderline }) => borderline).length;
  const said = [
    pairs.length > 0 &&
      `${plural(pairs.length, 'pair')} of neurons connected otherwise${near > 0 ? ` (${nearWords(near, pairs.length)})` : ''}`,
    values.length > 0 && `${values.length} of ${metrics}`,
  ];
  return `Differs from what was saved on ${on}: ${said.filter(Boolean).join(', ')}.`;
}

const nearWords = (near: number, all: number) =>
  near === all ? 'all near a boundary of the draw' : `${near} near a boundary of the draw`;

export const metricName = (id: string): string =>
  structureMetrics.find((metric) => metric.id === id)?.name ?? id;

/** How a pair is connected, with arrows between its neurons. */
export function pairWords(
  { i, j }: Pick<PairDifference, 'i' | 'j'>,
  state: PairDifference['was'],
  name: (neuron: number) => string,
): string {
  const arrow = { none: '·', forward: '→', backward: '←', both: '⇄', self: '↻' }[state];
  return i === j ? `${name(i)} ${arrow}` : `${name(i)} ${arrow} ${name(j)}`;
}
