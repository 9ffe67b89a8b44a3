import { describe, expect, it } from 'vitest';
import { seenView, sharedChange } from './seen-view.ts';
import { reduceView, type View } from './view.ts';

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
  selection: null,
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
