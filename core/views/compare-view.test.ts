import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ViewState } from '../contracts/view.ts';
import { circuitOf, edgeHash, edgesOf, packCircuit, type Circuit } from '../decoder/index.ts';
import { measure } from '../metrics/index.ts';
import { terrainProtocolOf } from '../terrain/index.ts';
import { compareView, isIdentical } from './compare-view.ts';

const sha256 = '0'.repeat(64);

/** A view of this circuit, as a page would save it. */
function viewOf(circuit: Circuit, borderline: [number, number][] = []): ViewState {
  const { n, adjacency } = packCircuit(circuit);
  return {
    version: 2,
    model: { id: 'mdl_1', name: 'Model', version: 1, sha256, decoder: sha256, map: sha256 },
    plane: { id: 'pc:0:1', label: ['a', 'b'], origin: [0, 0], u: [1, 0], v: [0, 1] },
    camera: null,
    probe: { z: [0, 0], seed: 1, conditions: 0 },
    size: n,
    colourBy: 'density',
    ground: { property: 'density', shown: false, protocol: null },
    beside: null,
    selection: null,
    neurons: [],
    opened: null,
    tab: 'graph',
    layout: 'positions',
    weights: false,
    edges: {
      from: 'decoder',
      name: '',
      adjacency,
      count: edgesOf(circuit).length,
      hash: edgeHash(circuit),
      borderline,
    },
    values: Object.entries(measure(circuit)).map(([metric, value]) => ({ metric, value })),
  };
}

const ring = circuitOf(5, [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 0],
]);

it('the same connections are identical', () => {
  const found = compareView(viewOf(ring), { circuit: ring, borderline: [], beside: null });
  expect(isIdentical(found)).toBe(true);
  expect(found.compared).toEqual({ connections: 5, values: 8, beside: 0 });
});

it('tells which pairs and which values differ, and which pairs may', () => {
  const other = circuitOf(5, [...edgesOf(ring), [1, 0], [2, 2]]);
  const found = compareView(viewOf(ring, [[0, 1]]), {
    circuit: other,
    borderline: [],
    beside: null,
  });
  expect(isIdentical(found)).toBe(false);
  expect(found.pairs).toEqual([
    { i: 0, j: 1, was: 'forward', is: 'both', borderline: true },
    { i: 2, j: 2, was: 'none', is: 'self', borderline: false },
  ]);
  const density = found.values.find(({ metric }) => metric === 'density');
  expect(density).toEqual({ metric: 'density', was: 0.25, is: 0.3 });
  const now = compareView(viewOf(ring), { circuit: other, borderline: [[0, 1]], beside: null });
  expect(now.pairs[0]?.borderline).toBe(true);
});

it('a value that changed alone is told, one that is not known here is passed over', () => {
  const view = viewOf(ring);
  const values = view.values.map((one) =>
    one.metric === 'density' ? { ...one, value: 0.26 } : one,
  );
  const odd = { ...view, values: [...values, { metric: 'of another age', value: 3 }] };
  expect(compareView(odd, { circuit: ring, borderline: [], beside: null })).toEqual({
    pairs: [],
    values: [{ metric: 'density', was: 0.26, is: 0.25 }],
    beside: [],
    otherProtocol: false,
    compared: { connections: 5, values: 8, beside: 0 },
  });
  const undefinedThen = { ...view, values: [{ metric: 'density', value: null }] };
  expect(
    compareView(undefinedThen, { circuit: ring, borderline: [], beside: null }).values,
  ).toHaveLength(1);
});

it('two circuits are identical exactly where no pair differs', () => {
  const n = 6;
  const edge = fc.tuple(fc.nat(n - 1), fc.nat(n - 1));
  const circuit = fc.array(edge, { maxLength: 12 }).map((edges) => circuitOf(n, edges));
  fc.assert(
    fc.property(circuit, circuit, (one, other) => {
      const found = compareView(viewOf(one), { circuit: other, borderline: null, beside: null });
      expect(isIdentical(found)).toBe(edgeHash(one) === edgeHash(other));
      for (const { i, j, was, is } of found.pairs) {
        expect(i).toBeLessThanOrEqual(j);
        expect(was).not.toBe(is);
      }
    }),
    { seed: 20261123, numRuns: 400 },
  );
});

const row = { metric: 'density', mean: 0.2, low: 0.1, high: 0.3, z: null };
const besideNull = { with: 'degree', draws: 200, seed: 1, rows: [row] } as const;

it('draws of a null are compared once they are there, each part of them', () => {
  const view = { ...viewOf(ring), beside: { ...besideNull, rows: [row] } };
  const found = (rows: (typeof row)[] | null) =>
    compareView(view, { circuit: ring, borderline: [], beside: rows });
  expect(found(null).compared.beside).toBe(0);
  expect(isIdentical(found(null))).toBe(true);
  expect(found([row])).toMatchObject({ beside: [], compared: { beside: 1 } });
  expect(found([{ ...row, high: 0.31 }]).beside).toEqual([
    { metric: 'density: high', was: 0.3, is: 0.31 },
  ]);
  expect(isIdentical(found([]))).toBe(false);
});

it('a terrain of a task that is scored otherwise now is told, where it was shown', () => {
  const property = 'function:memory';
  const protocol = terrainProtocolOf(property);
  if (!protocol) throw new Error('memory has no protocol');
  const told = (ground: ViewState['ground']) =>
    compareView({ ...viewOf(ring), ground }, { circuit: ring, borderline: [], beside: null })
      .otherProtocol;
  expect(told({ property, shown: true, protocol })).toBe(false);
  expect(told({ property, shown: true, protocol: { ...protocol, ridge: 1 } })).toBe(true);
  expect(told({ property, shown: false, protocol: { ...protocol, ridge: 1 } })).toBe(false);
  expect(told({ property, shown: true, protocol: null })).toBe(false);
});
