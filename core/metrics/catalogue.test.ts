import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { circuitOf, type Circuit } from '../decoder/circuit.ts';
import { communitiesOf, modularityOf } from './communities.ts';
import {
  families,
  isDefined,
  measureStructure,
  metrics,
  structureMetricOf,
  structureMetrics,
  type StructureMetricId,
  type Value,
} from './index.ts';
import { randomSubject, structureVectors } from './structure.vectors.ts';
import { countTriads, triadNames, triadOfCode } from './triads.ts';

type Edges = [number, number][];
const complete = (n: number): Edges =>
  Array.from({ length: n * n }, (_, k): [number, number] => [Math.floor(k / n), k % n]).filter(
    ([i, j]) => i !== j,
  );
const ring = (n: number): Edges => Array.from({ length: n }, (_, i) => [i, (i + 1) % n]);
/** Every neuron sends to all later ones, in an order of their own: as many connections as there can be without a loop. */
const ordered = (n: number): Edges =>
  complete(n)
    .filter(([i, j]) => i < j)
    .map(([i, j]) => [(5 * i) % n, (5 * j) % n]);

function measured(n: number, edges: Edges, id: StructureMetricId): Value | undefined {
  return measureStructure({ circuit: circuitOf(n, edges) }).get(id);
}

describe('known answers', () => {
  const known: [name: string, n: number, Edges, Partial<Record<StructureMetricId, number>>][] = [
    [
      'a ring of seven',
      7,
      ring(7),
      {
        spectral_radius: 1,
        spectral_gap: 0,
        non_normality: 0,
        largest_component: 1,
        reachability: 1,
        path_length: 3.5,
        efficiency: (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 + 1 / 6) / 6,
      },
    ],
    [
      'a complete circuit of nine',
      9,
      complete(9),
      {
        spectral_radius: 8,
        spectral_gap: 7 / 8,
        non_normality: 0,
        clustering_cycle: 1,
        clustering_middleman: 1,
        clustering_in: 1,
        clustering_out: 1,
        path_length: 1,
        efficiency: 1,
        triad_300: 1,
        modularity: 0,
      },
    ],
    [
      'an order of twelve without any loop',
      12,
      ordered(12),
      {
        spectral_radius: 0,
        non_normality: 1,
        largest_component: 1 / 12,
        reachability: 1 / 2,
        triad_030T: 1,
        clustering_cycle: 0,
        clustering_middleman: 1,
      },
    ],
    [
      'two complete fours, apart',
      8,
      [...complete(4), ...complete(4).map(([i, j]): [number, number] => [i + 4, j + 4])],
      {
        spectral_radius: 3,
        spectral_gap: 0,
        largest_component: 1 / 2,
        reachability: 3 / 7,
        modularity: 1 / 2,
      },
    ],
  ];
  test.each(known)('of %s', (_, n, edges, answers) => {
    for (const [id, answer] of Object.entries(answers))
      expect([id, measured(n, edges, id as StructureMetricId)]).toEqual([
        id,
        expect.closeTo(answer, 7),
      ]);
  });

  test('the kinds of directed clustering, each alone in a triangle', () => {
    // i = 0: the others by their form around it; the fourth neuron keeps every denominator in play
    const at = (edges: Edges) =>
      (['cycle', 'middleman', 'in', 'out'] as const).map((kind) =>
        measured(3, edges, `clustering_${kind}`),
      );
    const none = expect.objectContaining({ notDefined: expect.any(String) as string }) as Value;
    expect(at(ring(3))).toEqual([1, 0, none, none]);
    // 0 -> 1 -> 2 with 0 -> 2: a way past 1, an end at 2 whose two sources are connected, a start at 0; of two orders one is
    expect(at(ordered(3))).toEqual([0, 1, 0.5, 0.5]);
  });

  test('length in µm and balance of inputs', () => {
    const subject = {
      circuit: circuitOf(3, [
        [0, 1],
        [1, 2],
        [2, 1],
      ]),
      positions: [0, 0, 0, 3, 4, 0, 3, 4, 12],
      classes: ['E', 'I', 'I'],
    };
    const values = measureStructure(subject);
    expect(values.get('connection_length')).toBeCloseTo((5 + 12 + 12) / 3, 12);
    // neuron 1 has one of each, neuron 2 an inhibitory one
    expect(values.get('ei_balance')).toBeCloseTo((0 - 1) / 2, 12);
  });
});

test('each of the sixteen triads has as many labelled forms as theory says', () => {
  const forms = triadNames.map((name) => triadOfCode.filter((one) => one === name).length);
  expect(forms).toEqual([1, 6, 3, 3, 3, 6, 6, 6, 6, 2, 3, 3, 3, 6, 6, 1]);
});

test('the census counts every triple once and agrees with edges and reciprocal pairs', () => {
  for (const seed of [1, 2, 3]) {
    const { circuit } = randomSubject(20, seed, 0.2);
    const triads = countTriads(circuit);
    const total = Object.values(triads).reduce((sum, count) => sum + count, 0);
    expect(total).toBe((20 * 19 * 18) / 6);
    // The digits of a name are its mutual and one-way pairs; every pair lies in N - 2 triples.
    const pairs = (digit: number) =>
      triadNames.reduce((sum, name) => sum + Number(name[digit]) * triads[name], 0) / 18;
    let [mutual, single] = [0, 0];
    for (const [i, j] of complete(20).filter(([i, j]) => i < j)) {
      const both = (circuit.adjacency[i * 20 + j] ?? 0) + (circuit.adjacency[j * 20 + i] ?? 0);
      if (both === 2) mutual++;
      if (both === 1) single++;
    }
    expect([pairs(0), pairs(1)]).toEqual([mutual, single]);
  }
});

test('modularity finds planted communities, whatever the seed', () => {
  const planted: Circuit = circuitOf(
    24,
    complete(24).filter(
      ([i, j]) => Math.floor(i / 8) === Math.floor(j / 8) || (i * 7 + j) % 23 === 0,
    ),
  );
  for (const seed of [1, 2, 3, 4]) {
    const community = communitiesOf(planted, seed);
    for (let i = 0; i < 24; i++) expect(community[i]).toBe(community[i - (i % 8)]);
    expect(new Set(community).size).toBe(3);
    expect(modularityOf(planted, community)).toBeGreaterThan(0.5);
  }
});

test('every circuit gets a finite number within the metric’s range, or a reason', () => {
  const some = fc
    .record({
      n: fc.integer({ min: 0, max: 14 }),
      seed: fc.integer({ min: 0, max: 1e6 }),
      density: fc.constantFrom(0, 0.01, 0.1, 0.4, 1, 10),
      bare: fc.boolean(),
    })
    .map(({ n, seed, density, bare }) => {
      const { circuit, positions, classes } = randomSubject(n, seed, density);
      return bare ? { circuit } : { circuit, positions, classes };
    });
  fc.assert(
    fc.property(some, (subject) => {
      for (const [id, value] of measureStructure(subject)) {
        if (!isDefined(value)) {
          expect(value.notDefined).toMatch(/^[a-z]/);
          continue;
        }
        const [least, greatest] = structureMetricOf(id).range;
        expect(value).toBeGreaterThanOrEqual((least ?? -Infinity) - 1e-12);
        expect(value).toBeLessThanOrEqual((greatest ?? Infinity) + 1e-12);
      }
    }),
    { seed: 7, numRuns: 400 },
  );
});

test('neither self-edges nor the order of neurons change a metric', () => {
  for (const seed of [1, 2, 3, 4]) {
    const n = 15;
    const { circuit, positions, classes } = randomSubject(n, seed, 0.15);
    const without = circuit.adjacency.map((x, k) => (k % (n + 1) === 0 ? 0 : x));
    const before = measureStructure({ circuit, positions, classes });
    expect(measureStructure({ circuit: { n, adjacency: without }, positions, classes })).toEqual(
      before,
    );
    const from = Array.from({ length: n }, (_, i) => (i * 4 + seed) % n);
    const after = measureStructure({
      circuit: {
        n,
        adjacency: Uint8Array.from(
          { length: n * n },
          (_, k) => circuit.adjacency[(from[Math.floor(k / n)] ?? 0) * n + (from[k % n] ?? 0)] ?? 0,
        ),
      },
      positions: from.flatMap((i) => positions.slice(3 * i, 3 * i + 3)),
      classes: from.map((i) => classes[i] ?? ''),
    });
    // Louvain's method is a search: another order may end at another, nearly as good division.
    for (const [id, value] of before)
      if (isDefined(value)) expect(after.get(id)).toBeCloseTo(value, id === 'modularity' ? 1 : 9);
      else expect(after.get(id)).toEqual(value);
  }
});

test('the definitions name their source and family; the eight of the contract are among them', () => {
  expect(new Set(structureMetrics.map(({ id }) => id)).size).toBe(structureMetrics.length);
  for (const metric of structureMetrics) {
    expect(metric.source).toMatch(/\d{4}/);
    expect(families).toContain(metric.family);
  }
  expect(metrics.map(({ id }) => id)).toEqual(metricIds);
});

test('the shared vectors are what these metrics give', () => {
  const file = new URL('./structure.vectors.json', import.meta.url);
  if (process.env.UPDATE_VECTORS === '1')
    writeFileSync(file, `${JSON.stringify(structureVectors())}\n`);
  expect(structureVectors()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
