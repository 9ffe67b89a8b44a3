import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Pin } from '../contracts/room.ts';
import {
  addPin,
  benchArray,
  movePin,
  readBench,
  readShared,
  removePin,
  renamePin,
  setShared,
  sharedMap,
} from './bench.ts';

const pin = (id: string, name = id): Pin => ({
  id,
  probe: { z: [0.1, 0.2], seed: 3, conditions: 0 },
  model: 'm'.repeat(64),
  n: 16,
  adjacency: `${'A'.repeat(43)}=`, // 16 x 16 bits, no edge
  borderline: 0,
  name,
  by: { id: 'user', name: 'Ada', color: '#009988' },
  at: 1,
});
const ids = (doc: Y.Doc) => readBench(doc).map((one) => one.id);
const benchOf = (...names: string[]) => {
  const doc = new Y.Doc();
  for (const name of names) addPin(doc, pin(name), null);
  return doc;
};

describe('the bench', () => {
  it('keeps pins in the order they came, renames and removes them', () => {
    const doc = benchOf('a', 'b', 'c');
    renamePin(doc, 'b', 'named', null);
    removePin(doc, 'a', null);
    removePin(doc, 'never there', null);
    renamePin(doc, 'never there', 'x', null);
    expect(readBench(doc)).toEqual([pin('b', 'named'), pin('c')]);
  });

  it.each([
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['a', 99, 'bca'],
    ['c', -1, 'cab'],
  ])('moves %s to %i: %s', (id, to, order) => {
    const doc = benchOf('a', 'b', 'c');
    benchArray(doc).insert(1, ['not a pin']);
    movePin(doc, id, to, null);
    expect(ids(doc).join('')).toBe(order);
  });

  it('keeps the object of a pin that has not changed', () => {
    const doc = benchOf('a', 'b');
    const before = readBench(doc);
    renamePin(doc, 'b', 'named', null);
    const after = readBench(doc);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('takes no notice of what is malformed', () => {
    const doc = benchOf('a');
    benchArray(doc).insert(0, [1, 'x', { id: 'a' }, { ...pin('b'), n: 'many' }, new Y.Map()]);
    sharedMap(doc).set('seed', -1);
    sharedMap(doc).set('plane', { origin: 'here' });
    sharedMap(doc).set('color', 'charm');
    expect(ids(doc)).toEqual(['a']);
    expect(readShared(doc)).toEqual({ plane: null, seed: null, color: null });
  });

  it('refuses to write a pin that is none', () => {
    expect(() => addPin(new Y.Doc(), { ...pin('a'), n: 0.5 }, null)).toThrow();
    expect(() => renamePin(benchOf('a'), 'a', 'x'.repeat(81), null)).toThrow();
  });

  it('writes nothing that the contract refuses', () => {
    const doc = new Y.Doc();
    for (const seed of [Number.MAX_SAFE_INTEGER + 1, -1, 0.5, NaN])
      setShared(doc, 'seed', seed, null);
    const far = { id: 'x', label: ['a', 'b'] as [string, string], u: [1, 0], v: [0, 1] };
    setShared(doc, 'plane', { ...far, origin: [1e200, 0] }, null);
    expect(sharedMap(doc).size).toBe(0);
    setShared(doc, 'seed', Number.MAX_SAFE_INTEGER, null);
    expect(readShared(doc).seed).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('writes nothing that it says already', () => {
    const doc = new Y.Doc();
    setShared(doc, 'seed', 5, null);
    const before = Y.encodeStateVector(doc);
    setShared(doc, 'seed', 5, null);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});

const name = fc.constantFrom('a', 'b', 'c', 'd');
const change = fc.oneof(
  fc.record({ kind: fc.constant('pin' as const), name }),
  fc.record({ kind: fc.constant('rename' as const), name, to: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant('remove' as const), name }),
  fc.record({ kind: fc.constant('move' as const), name, index: fc.nat(4) }),
  fc.record({ kind: fc.constant('seed' as const), seed: fc.nat() }),
);

function apply(doc: Y.Doc, what: typeof change extends fc.Arbitrary<infer T> ? T : never): void {
  if (what.kind === 'pin') addPin(doc, pin(what.name), null);
  else if (what.kind === 'rename') renamePin(doc, what.name, what.to, null);
  else if (what.kind === 'remove') removePin(doc, what.name, null);
  else if (what.kind === 'move') movePin(doc, what.name, what.index, null);
  else setShared(doc, 'seed', what.seed, null);
}

it('a pin whose edges are not those of n neurons, or a plane that is none, counts as not there', () => {
  const doc = benchOf('a');
  const odd = [{ n: 64 }, { n: 0 }, { n: 1e9 }, { adjacency: 'not base64!' }];
  benchArray(doc).push(odd.map((change, k) => ({ ...pin(`odd ${k}`), ...change })));
  expect(ids(doc)).toEqual(['a']);
  const line = { id: 'x', label: ['a', 'b'], origin: [0, 0], u: [1, 2], v: [2, 4] };
  for (const plane of [line, { ...line, v: [2, 4, 1] }, { ...line, u: [0, 0] }]) {
    sharedMap(doc).set('plane', plane);
    expect(readShared(doc).plane).toBeNull();
  }
  sharedMap(doc).set('plane', { ...line, v: [-2, 1] });
  expect(readShared(doc).plane).not.toBeNull();
});

describe('several people at once', () => {
  it('see the same in the end, in whatever order changes arrive, also twice', () => {
    const people = fc.integer({ min: 2, max: 4 });
    const doings = fc.array(fc.tuple(fc.nat(3), change, fc.boolean()), { maxLength: 25 });
    fc.assert(
      fc.property(people, doings, fc.infiniteStream(fc.nat()), (count, all, order) => {
        const docs = Array.from({ length: count }, () => new Y.Doc());
        const sent: Uint8Array[] = [];
        for (const doc of docs) doc.on('update', (update: Uint8Array) => sent.push(update));
        const someone = () => Number(order.next().value) % count;
        for (const [who, what, meet] of all) {
          const doc = docs[who % count];
          if (!doc) continue;
          apply(doc, what);
          const other = docs[someone()];
          if (meet && other) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        }
        const shuffled = [...sent, ...sent].sort(() => (Number(order.next().value) % 3) - 1);
        for (const doc of docs) for (const update of shuffled) Y.applyUpdate(doc, update);
        const [first, ...others] = docs.map((doc) => [readBench(doc), readShared(doc)]);
        for (const other of others) expect(other).toEqual(first);
        const seen = docs[0] ? ids(docs[0]) : [];
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});
