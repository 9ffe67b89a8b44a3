import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelColumn } from './model-column.ts';
import { connectionProbability, populations } from './potjans-diesmann.ts';

const column = modelColumn({ seed: 11 });
const populationOf = column.ids.map((id) =>
  populations.findIndex(({ name }) => id.startsWith(`${name}-`)),
);
const counts = populations.map((_, p) => populationOf.filter((other) => other === p).length);

const table = new URL(
  '../../../shared/data/statistics/potjans_diesmann_2014_conn_probs.csv',
  import.meta.url,
);

test.skipIf(!existsSync(table))(
  'the numbers in code are the published table, transposed (skipped without ../shared/data)',
  () => {
    const [header = [], ...rows] = readFileSync(table, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(header.slice(1)).toEqual(populations.map(({ name }) => name));
    for (const [post, [target, ...row]] of rows.entries()) {
      expect(target).toBe(populations[post]?.name);
      row.forEach((value, pre) => expect(connectionProbability(pre, post)).toBe(Number(value)));
    }
  },
);

test('an inhibitory L5 cell reaches L5 pyramids far more often than the other way', () => {
  const [L5E, L5I] = [4, 5];
  expect(connectionProbability(L5I, L5E)).toBe(0.3726);
  expect(connectionProbability(L5E, L5I)).toBe(0.06);
});

test('about 4,000 neurons in the published proportions', () => {
  const total = populations.reduce((sum, { neurons }) => sum + neurons, 0);
  expect(Math.abs(column.ids.length - 4000)).toBeLessThanOrEqual(4);
  for (const [p, { neurons }] of populations.entries())
    expect(Math.abs((counts[p] ?? 0) - (4000 * neurons) / total)).toBeLessThanOrEqual(0.5);
});

test('every pair of populations is connected with the published probability, within sampling error', () => {
  const found = new Map<string, number>();
  for (let e = 0; e < column.edges.length; e += 2) {
    const [pre = 0, post = 0] = column.edges.subarray(e, e + 2);
    const key = `${populationOf[pre]} ${populationOf[post]}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  for (const a of populations.keys())
    for (const b of populations.keys()) {
      const pairs = (counts[a] ?? 0) * ((counts[b] ?? 0) - (a === b ? 1 : 0));
      const p = connectionProbability(a, b);
      // Both directions of a pair may fall together, which at most doubles the variance.
      const deviation = Math.sqrt(2 * pairs * p * (1 - p));
      expect(Math.abs((found.get(`${a} ${b}`) ?? 0) - pairs * p)).toBeLessThanOrEqual(
        4 * deviation,
      );
    }
});

test('no neuron connects with itself, no pair is repeated, connections are sorted', () => {
  const { edges } = column;
  for (let e = 0; e < edges.length; e += 2) {
    const [pre = 0, post = 0, nextPre = Infinity, nextPost = 0] = edges.subarray(e, e + 4);
    if (pre === post || nextPre < pre || (nextPre === pre && nextPost <= post))
      throw new Error(`connection ${e / 2}: ${pre} to ${post}, then ${nextPre} to ${nextPost}`);
  }
  expect(column.synapses.every((count) => Number.isInteger(count) && count >= 1)).toBe(true);
});

test('somata lie in the depth of their layer, inside the cylinder', () => {
  for (const [row, p] of populationOf.entries()) {
    const [x = 0, y = 0, z = 0] = column.position?.subarray(3 * row, 3 * row + 3) ?? [];
    const [top = 0, bottom = 0] = populations[p]?.depth ?? [];
    expect(y >= top && y <= bottom && Math.hypot(x, z) <= 250).toBe(true);
  }
});

test('near pairs are connected more often than far ones, excitatory pairs reciprocally more than chance', () => {
  const cells = populationOf.flatMap((p, row) => (p === 0 ? [row] : [])); // L23E
  const connected = new Set<number>();
  const key = (pre: number, post: number) => pre * column.ids.length + post;
  for (let e = 0; e < column.edges.length; e += 2)
    connected.add(key(column.edges[e] ?? 0, column.edges[e + 1] ?? 0));
  const at = (row: number, axis: number) => column.position?.[3 * row + axis] ?? 0;
  const near = { pairs: 0, connected: 0 };
  const far = { pairs: 0, connected: 0 };
  let reciprocal = 0;
  for (const i of cells)
    for (const j of cells) {
      if (i === j) continue;
      const bin = Math.hypot(at(i, 0) - at(j, 0), at(i, 2) - at(j, 2)) < 150 ? near : far;
      bin.pairs++;
      if (!connected.has(key(i, j))) continue;
      bin.connected++;
      if (connected.has(key(j, i))) reciprocal++;
    }
  expect(near.connected / near.pairs).toBeGreaterThan((1.5 * far.connected) / far.pairs);
  expect(reciprocal / (near.connected + far.connected)).toBeGreaterThan(0.15); // chance: about 0.1
});

test('the same seed gives the same column, another seed another', () => {
  const small = (seed: number) => modelColumn({ seed, neurons: 300 });
  expect(small(5)).toEqual(small(5));
  expect(small(5).edges).not.toEqual(small(6).edges);
});
