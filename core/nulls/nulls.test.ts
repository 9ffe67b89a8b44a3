import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circuitOf, edgesOf, type Circuit } from '../decoder/circuit.ts';
import { metrics, metricOf, structureMetrics, isDefined } from '../metrics/index.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { besideDraws, compareWithNull, kindsOf, nullModelOf, nullModels } from './index.ts';
import type { NullModelId, NullSubject } from './index.ts';
import { nullVectors } from './nulls.vectors.ts';

function drawer(id: NullModelId, subject: NullSubject) {
  const draw = nullModelOf(id).prepare(subject);
  if (typeof draw !== 'function') throw new Error(draw.notDefined);
  return draw;
}

/** Per neuron: connections out and in, and mutual partners. */
function degreesOf({ n, adjacency }: Circuit) {
  return Array.from({ length: n }, (_, i) => {
    const counts = { out: 0, in: 0, mutual: 0 };
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const [out, into] = [adjacency[i * n + j] ?? 0, adjacency[j * n + i] ?? 0];
      counts.out += out;
      counts.in += into;
      counts.mutual += out * into;
    }
    return counts;
  });
}

const diagonalOf = ({ n, adjacency }: Circuit) =>
  Array.from({ length: n }, (_, i) => adjacency[i * n + i]);

test('every draw keeps what its null says, and the self-edges', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.constantFrom(0, 0.05, 0.2, 0.6, 10),
      (n, seed, density) => {
        const subject = randomSubject(n, seed, density);
        const before = degreesOf(subject.circuit);
        const edges = before.reduce((sum, one) => sum + one.out, 0);
        for (const { id } of nullModels) {
          const drawn = drawer(id, subject)(seed, 3);
          expect(diagonalOf(drawn)).toEqual(diagonalOf(subject.circuit));
          const after = degreesOf(drawn);
          if (id === 'erdos_renyi') expect(after.reduce((s, one) => s + one.out, 0)).toBe(edges);
          if (id === 'reciprocity') expect(after).toEqual(before);
          if (id === 'degree') {
            const plain = (counts: typeof before) => counts.map((c) => [c.out, c.in]);
            expect(plain(after)).toEqual(plain(before));
          }
        }
      },
    ),
    { seed: 5, numRuns: 60 },
  );
});

/** All simple directed graphs on n neurons, as bits of the ordered pairs. */
function* everyCircuit(n: number): Generator<Circuit> {
  const pairs = Array.from({ length: n * n }, (_, k) => k).filter((k) => k % (n + 1) !== 0);
  for (let code = 0; code < 2 ** pairs.length; code++) {
    const adjacency = new Uint8Array(n * n);
    pairs.forEach((pair, bit) => (adjacency[pair] = (code >>> bit) & 1));
    yield { n, adjacency };
  }
}

describe('draws are uniform over everything that shares what is kept, enumerated whole', () => {
  const small: [NullModelId, string, Circuit, number][] = [
    ['degree', 'a loop of three, which swaps alone never turn', circuitOf(3, ring(3)), 2],
    [
      'degree',
      'four neurons with two connections each',
      circuitOf(4, [...ring(4), [0, 2], [1, 3], [2, 0], [3, 1]]),
      9,
    ],
    [
      'degree',
      'unequal degrees',
      circuitOf(4, [
        [0, 1],
        [0, 2],
        [1, 2],
        [2, 3],
        [3, 0],
      ]),
      7,
    ],
    [
      'reciprocity',
      'a mutual pair among one-way connections',
      circuitOf(4, [
        [0, 1],
        [1, 0],
        [0, 2],
        [2, 1],
        [1, 3],
        [3, 0],
      ]),
      2,
    ],
    [
      'reciprocity',
      'a path whose middle turns',
      circuitOf(4, [
        [0, 3],
        [1, 2],
        [2, 0],
      ]),
      2,
    ],
    ['erdos_renyi', 'three connections', circuitOf(4, ring(3)), 220],
  ];
  test.each(small)('%s: %s', (id, _, circuit, expected) => {
    const kept = (one: Circuit) =>
      id === 'erdos_renyi'
        ? String(edgesOf(one).length)
        : degreesOf(one)
            .map((c) => (id === 'degree' ? [c.out, c.in] : [c.out, c.in, c.mutual]).join())
            .join(' ');
    const counts = new Map<string, number>();
    for (const one of everyCircuit(circuit.n))
      if (kept(one) === kept(circuit)) counts.set(one.adjacency.join(''), 0);
    expect(counts.size).toBe(expected);
    const draw = drawer(id, { circuit });
    const draws = 40 * counts.size;
    for (let index = 0; index < draws; index++) {
      const key = draw(11, index).adjacency.join('');
      expect(counts.has(key)).toBe(true);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const square = [...counts.values()].reduce((sum, count) => sum + (count - 40) ** 2 / 40, 0);
    // chi-square of size - 1 degrees of freedom: mean + 4 standard deviations
    const free = counts.size - 1;
    expect(square).toBeLessThan(free + 4 * Math.sqrt(2 * free));
  });
});

function ring(n: number): [number, number][] {
  return Array.from({ length: n }, (_, i) => [i, (i + 1) % n]);
}

test('after its attempts a draw shares with the circuit no more than two draws share with each other', () => {
  const subject = randomSubject(40, 2, 0.08);
  const draws = Array.from({ length: 80 }, (_, index) => drawer('degree', subject)(1, index));
  const shared = (a: Circuit, b: Circuit) =>
    a.adjacency.reduce((sum, x, k) => sum + (k % 41 === 0 ? 0 : x * (b.adjacency[k] ?? 0)), 0);
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const withStart = draws.map((draw) => shared(draw, subject.circuit));
  const amongDraws = draws.slice(1).map((draw, k) => shared(draw, draws[k] ?? draw));
  const sd = Math.sqrt(mean(amongDraws.map((x) => (x - mean(amongDraws)) ** 2)));
  // four standard errors of the difference of two means of 80
  expect(Math.abs(mean(withStart) - mean(amongDraws))).toBeLessThan(4 * sd * Math.sqrt(2 / 80));
});

test('distance and kind: as many connections on average in each cell, and none where there were none', () => {
  const positions = Array.from({ length: 30 }, (_, i) => [10 * i, 0, 0]).flat();
  const circuit = circuitOf(30, ring(30).slice(0, 29));
  const draw = drawer('distance_type', { circuit, positions });
  const lengths: number[] = [];
  for (let index = 0; index < 400; index++) {
    const edges = edgesOf(draw(2, index));
    lengths.push(edges.length);
    // the ring connects next neighbours only; they lie in the first bin, 87 pairs of 30 µm or less
    for (const [i, j] of edges) expect(Math.abs(i - j)).toBeLessThanOrEqual(4);
  }
  const mean = lengths.reduce((sum, x) => sum + x, 0) / lengths.length;
  expect(Math.abs(mean - 29)).toBeLessThan((4 * Math.sqrt(29)) / Math.sqrt(400));
  expect(nullModelOf('distance_type').prepare({ circuit })).toHaveProperty('notDefined');
});

test('kinds are as fine as the circuit can tell apart', () => {
  const neurons = Array.from({ length: 64 }, (_, i) => ({
    class: i % 4 === 0 ? 'I' : 'E',
    layer: i % 2 === 0 ? 'L4' : 'L2/3',
    type: `type ${i}`,
  }));
  expect(new Set(kindsOf(neurons, 8)).size).toBe(3);
  expect(new Set(kindsOf(neurons.slice(0, 8), 8)).size).toBe(1);
});

test('a comparison grows batch by batch to the same end, and says what is not defined', () => {
  const subject = randomSubject(20, 4, 0.12);
  const asked = { subject, model: nullModelOf('degree'), statistics: metrics, draws: 50, seed: 9 };
  const reports = [...compareWithNull({ ...asked, batch: 20 })];
  expect(reports.map(({ done }) => done)).toEqual([20, 40, 50]);
  const [whole] = [...compareWithNull({ ...asked, batch: 50 })];
  expect(reports.at(-1)).toEqual(whole);
  const of = (id: string) => whole?.beside.find((one) => one.id === id);
  expect(of('density')).toMatchObject({ sd: 0, z: { notDefined: expect.any(String) as string } });
  const reciprocity = of('reciprocity');
  expect(isDefined(reciprocity?.z ?? { notDefined: '' })).toBe(true);
  expect(reciprocity?.low).toBeLessThanOrEqual(reciprocity?.mean ?? -1);
});

test('every metric against every null, degenerate circuits too: no NaN anywhere', () => {
  const circuits = [
    circuitOf(1, []),
    circuitOf(5, []),
    circuitOf(6, ring(3)),
    randomSubject(6, 1, 20).circuit,
  ];
  for (const circuit of circuits)
    for (const model of nullModels)
      for (const { beside } of compareWithNull({
        subject: { circuit },
        model,
        statistics: structureMetrics,
        draws: 6,
        seed: 1,
        batch: 3,
      }))
        expect(
          JSON.stringify(beside, (_, x: unknown) => (Number.isNaN(x) ? 'NaN' : x)),
        ).not.toMatch('NaN');
});

test('a planted excess stands out and a typical value does not', () => {
  const mutual = circuitOf(
    24,
    ring(24).flatMap(([i, j]): [number, number][] => [
      [i, j],
      [j, i],
    ]),
  );
  const asked = { statistics: [metricOf('reciprocity')], draws: 100, seed: 3, batch: 100 };
  const z = (circuit: Circuit) =>
    [...compareWithNull({ subject: { circuit }, model: nullModelOf('degree'), ...asked })][0]
      ?.beside[0]?.z;
  expect(z(mutual)).toBeGreaterThan(8);
  expect(Math.abs(Number(z(drawer('degree', { circuit: mutual })(4, 0))))).toBeLessThan(3);
});

test('mean, interval and z-score of known draws', () => {
  const draws = Array.from({ length: 41 }, (_, k) => k);
  const beside = besideDraws(50, draws);
  expect(beside).toMatchObject({ defined: 41, mean: 20, low: 1, high: 39 });
  expect(beside.sd).toBeCloseTo(Math.sqrt((41 * 42) / 12), 9);
  expect(beside.z).toBeCloseTo(30 / Math.sqrt((41 * 42) / 12), 9);
});

test('the shared vectors are what these nulls draw', () => {
  const file = new URL('./nulls.vectors.json', import.meta.url);
  if (process.env.UPDATE_VECTORS === '1') writeFileSync(file, `${JSON.stringify(nullVectors())}\n`);
  expect(nullVectors()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
