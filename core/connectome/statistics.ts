import type { ConnectomeStatistics } from '../contracts/index.ts';
import { categoryFields, degrees, selfConnections, tally, type Connectome } from './connectome.ts';
import { edgeOrder } from './edge-order.ts';

const mostSomata = 3000;
const mostBins = 40;
const mostValues = 32;

/**
 * What the import preview and the page of a connectome show. Density and reciprocity leave self-connections out:
 * density = connections / (K (K - 1)), reciprocity = share of connections whose reverse exists.
 */
export function connectomeStatistics(connectome: Connectome): ConnectomeStatistics {
  const { ids, edges, position } = connectome;
  const neurons = ids.length;
  const connections = edges.length / 2;
  const self = selfConnections(edges);
  const { outputs, inputs } = degrees(edges, neurons);
  const between = connections - self;
  return {
    neurons,
    connections,
    selfConnections: self,
    hasPositions: position !== null,
    density: neurons > 1 ? between / (neurons * (neurons - 1)) : 0,
    reciprocity: between > 0 ? (reciprocated(edges, neurons) - self) / between : 0,
    categories: categoriesOf(connectome),
    outDegree: histogramOf(outputs),
    inDegree: histogramOf(inputs),
    extentUm: position && extentOf(position),
    soma: somataOf(connectome),
  };
}

/** Connections whose reverse exists, self-connections included: a merge of the sorted list and its sorted reverse. */
function reciprocated(edges: Int32Array, neurons: number): number {
  const count = edges.length / 2;
  const pre = new Int32Array(count).map((_, e) => edges[2 * e] ?? 0);
  const post = new Int32Array(count).map((_, e) => edges[2 * e + 1] ?? 0);
  const reverse = edgeOrder(post, pre, neurons);
  let found = 0;
  for (let e = 0, r = 0; e < count && r < count;) {
    const other = reverse[r] ?? 0;
    const difference = (pre[e] ?? 0) - (post[other] ?? 0) || (post[e] ?? 0) - (pre[other] ?? 0);
    if (difference === 0) found++;
    if (difference <= 0) e++;
    if (difference >= 0) r++;
  }
  return found;
}

/** Categories and the text attributes with few values, each value with its count. */
function categoriesOf(connectome: Connectome): ConnectomeStatistics['categories'] {
  const fields = categoryFields.flatMap((field) => {
    const values = connectome[field];
    return values ? [{ field, values: tally(values).slice(0, mostValues) }] : [];
  });
  const attributes = connectome.attributes.flatMap((attribute) => {
    if (attribute.kind !== 'text') return [];
    const values = tally(attribute.values);
    return values.length > mostValues ? [] : [{ field: attribute.name, values }];
  });
  return [...fields, ...attributes];
}

function histogramOf(degree: Int32Array): ConnectomeStatistics['outDegree'] {
  const most = degree.reduce((high, value) => Math.max(high, value), 0);
  const step = Math.ceil((most + 1) / mostBins);
  const counts = new Array<number>(Math.floor(most / step) + 1).fill(0);
  for (const value of degree) {
    const bin = Math.floor(value / step);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from: 0, step, counts };
}

function extentOf(position: Float64Array): NonNullable<ConnectomeStatistics['extentUm']> {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  position.forEach((value, k) => {
    min[k % 3] = Math.min(min[k % 3] ?? value, value);
    max[k % 3] = Math.max(max[k % 3] ?? value, value);
  });
  return { min, max };
}

/** Evenly taken rows, so that a table sorted by layer is shown whole. */
function somataOf({ ids, position, class: classes }: Connectome): ConnectomeStatistics['soma'] {
  if (!position) return [];
  const count = Math.min(mostSomata, ids.length);
  return Array.from({ length: count }, (_, k) => {
    const row = Math.floor((k * ids.length) / count);
    const [x = 0, y = 0, z = 0] = position.subarray(3 * row, 3 * row + 3);
    return { x, y, z, class: classes?.[row] ?? '' };
  });
}
