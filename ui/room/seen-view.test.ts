import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Pin } from '~/core/contracts/index.ts';
import { createUndo, readShared, setShared } from '~/core/collab/index.ts';
import { ownView, seenView, sharedChange } from './seen-view.ts';
import { reduceView, type View, type ViewAction } from './view.ts';

const plane = (id: string) => ({
  id,
  label: ['a', 'b'] as [string, string],
  origin: [0, 0],
  u: [1, 0],
  v: [0, 1],
});
const mine: View = {
  plane: plane('mine'),
  camera: null,
  probe: { z: [1, 2], seed: 7, conditions: 3 },
  colourBy: 'density',
  tool: 'probe',
  ground: { property: 'reciprocity', shown: false },
  selection: null,
  region: null,
  neurons: [4],
  opened: null,
  tab: 'graph',
  layout: 'positions',
  pin: null,
};
const unset = { plane: null, seed: null, color: null };

describe('what I see', () => {
  it('is my own until the room says otherwise', () => {
    expect(seenView(mine, unset, null)).toEqual(mine);
    const shared = { plane: plane('shared'), seed: 9, color: 'cycles' as const };
    expect(seenView(mine, shared, null)).toMatchObject({
      plane: shared.plane,
      colourBy: 'cycles',
      probe: { z: [1, 2], seed: 9 },
    });
  });

  it('is the plane, camera and probe of whom I follow', () => {
    const leader = {
      probe: { z: [5, 6], seed: 2, conditions: 8 },
      view: { plane: plane('theirs'), center: [1, 1] as [number, number], span: 3 },
    };
    expect(seenView(mine, unset, leader)).toMatchObject({
      plane: leader.view.plane,
      camera: { center: [1, 1], span: 3 },
      probe: leader.probe,
      neurons: [],
    });
  });

  it('is the stored edges that whom I follow looks at, while they are on the bench', () => {
    const probe = { z: [5, 6], seed: 2, conditions: 8 };
    const pin: Pin = {
      id: 'pin_one',
      probe,
      model: 'm',
      n: 1,
      adjacency: 'AA==',
      borderline: 0,
      name: 'A to order',
      by: { id: 'ada', name: 'Ada', color: '#009988' },
      at: 0,
    };
    const leader = { probe, view: null, pin: pin.id };
    expect(seenView(mine, unset, leader, [pin]).pin).toBe(pin);
    expect(seenView(mine, unset, leader, []).pin).toBeNull();
    expect(seenView(mine, unset, { ...leader, pin: undefined }, [pin]).pin).toBeNull();
    const gone = { ...leader, probe: { ...probe, seed: 3 } };
    expect(seenView(mine, unset, gone, [pin]).pin).toBeNull();
  });

  it('passes over what belongs to another latent space', () => {
    const odd = { ...plane('odd'), origin: [0, 0, 0] };
    expect(seenView(mine, { ...unset, plane: odd }, null).plane).toBe(mine.plane);
  });
});

describe('what the room hears', () => {
  it('of a move away from a pin or from a leader with another seed: nothing', () => {
    const elsewhere = { ...mine, probe: { ...mine.probe, seed: 99 } };
    const after = reduceView(elsewhere, { type: 'probe', probe: { z: [0, 0] } });
    expect(sharedChange(elsewhere, after, { ...unset, seed: 7 })).toEqual({});
  });

  it('of a move of the probe: nothing', () => {
    const after = reduceView(mine, { type: 'probe', probe: { z: [0, 0] } });
    expect(sharedChange(mine, after, unset)).toEqual({});
  });

  it('of another individual, plane or colour: that', () => {
    const seed = reduceView(mine, { type: 'probe', probe: { seed: 8 } });
    expect(sharedChange(mine, seed, unset)).toEqual({ seed: 8 });
    const colour = reduceView(mine, { type: 'set', fields: { colourBy: 'cycles' } });
    expect(sharedChange(mine, colour, unset)).toEqual({ color: 'cycles' });
    const fold = reduceView(mine, { type: 'set', fields: { colourBy: 'fold' } });
    expect(sharedChange(mine, fold, unset)).toEqual({});
  });
});

/** Somebody in a room with a document of their own, as `useRoomView` has them. */
class Member {
  readonly doc = new Y.Doc();
  readonly #undo = createUndo(this.doc, this);
  #own = mine;

  get seen(): View {
    return seenView(this.#own, readShared(this.doc), null);
  }

  act(action: ViewAction): void {
    const [before, shared] = [this.seen, readShared(this.doc)];
    const after = reduceView(before, action);
    this.#own = ownView(after, mine);
    const { plane, seed, color } = sharedChange(before, after, shared);
    if (plane) setShared(this.doc, 'plane', plane, this);
    if (seed != null) setShared(this.doc, 'seed', seed, this);
    if (color) setShared(this.doc, 'color', color, this);
  }

  undo = () => this.#undo.undo();
  redo = () => this.#undo.redo();
  hear = (other: Member) => Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc), other);
}

const pin = {
  id: 'pin',
  probe: { z: [3, 4], seed: 99, conditions: 1 },
  ...{ model: 'm', n: 2, adjacency: 'Bg==', borderline: 0, name: 'A', at: 0 },
  by: { id: 'ada', name: 'Ada', color: '#009988' },
};
const action: fc.Arbitrary<ViewAction> = fc.oneof(
  fc.constantFrom('p', 'q').map((id) => ({ type: 'plane' as const, plane: plane(id) })),
  fc.nat(9).map((seed) => ({ type: 'probe' as const, probe: { seed } })),
  fc.nat(9).map((x) => ({ type: 'probe' as const, probe: { z: [x, 0] } })),
  fc
    .constantFrom('cycles' as const, 'reciprocity' as const, 'fold' as const)
    .map((colourBy) => ({ type: 'set' as const, fields: { colourBy } })),
  fc.constant({ type: 'restore' as const, pin }),
);
const doing = fc.oneof(
  { weight: 3, arbitrary: action },
  fc.constantFrom('undo' as const, 'redo' as const, 'meet' as const),
);

it('two people see one plane, individual and colour, whatever they change and take back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), doing), { maxLength: 30 }), (all) => {
      const [a, b] = [new Member(), new Member()];
      for (const [first, what] of all) {
        const [one, other] = first ? [a, b] : [b, a];
        if (what === 'meet') one.hear(other);
        else if (typeof what === 'string') one[what]();
        else one.act(what);
      }
      a.hear(b);
      b.hear(a);
      const [left, right] = [a.seen, b.seen];
      expect(left.plane).toEqual(right.plane);
      if (!left.pin && !right.pin) expect(left.probe.seed).toBe(right.probe.seed);
      if (left.colourBy !== 'fold' && right.colourBy !== 'fold')
        expect(left.colourBy).toBe(right.colourBy);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
