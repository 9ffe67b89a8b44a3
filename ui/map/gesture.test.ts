import { describe, expect, it } from 'vitest';
import { toPlane } from './camera.ts';
import { begin, end, move, pinch } from './gesture.ts';

const scene = {
  camera: { center: [0, 0] as const, span: 4 },
  viewport: { width: 400, height: 400 },
};

describe('with the probe tool', () => {
  it('a press on empty ground moves the probe at once and every step after', () => {
    const first = begin('probe', [10, 20], null, scene);
    expect(first.wish).toEqual({ kind: 'probe', pixel: [10, 20], settled: false });
    const next = move(first.gesture, [11, 20], scene);
    expect(next.wish).toEqual({ kind: 'probe', pixel: [11, 20], settled: false });
    expect(end(next.gesture, [11, 20]).wish).toEqual({
      kind: 'probe',
      pixel: [11, 20],
      settled: true,
    });
  });

  it('a click on a circuit opens it, though the hand shakes', () => {
    const pressed = begin('probe', [10, 20], 7, scene);
    expect(pressed.wish).toBeNull();
    const shaken = move(pressed.gesture, [12, 21], scene);
    expect(end(shaken.gesture, [12, 21]).wish).toEqual({ kind: 'open', circuit: 7 });
  });

  it('a drag that starts on a circuit moves the probe', () => {
    const dragged = move(begin('probe', [10, 20], 7, scene).gesture, [30, 20], scene);
    expect(dragged.gesture.kind).toBe('probe');
    expect(end(dragged.gesture, [30, 20]).wish?.kind).toBe('probe');
  });
});

it('a rectangle selects between its corners, in plane coordinates', () => {
  const drawn = move(begin('rectangle', [0, 0], null, scene).gesture, [400, 400], scene);
  const { wish } = end(drawn.gesture, [400, 400]);
  expect(wish).toEqual({
    kind: 'select',
    corners: [
      [-2, 2],
      [2, 2],
      [2, -2],
      [-2, -2],
    ],
  });
});

it('two fingers keep what lies between them between them', () => {
  const start = { kind: 'pinch', first: [100, 200], second: [200, 200] } as const;
  const { wish } = pinch(start, [110, 260], [330, 260], scene);
  if (wish?.kind !== 'camera') throw new Error('a pinch moves the camera');
  const before = toPlane(scene.camera, scene.viewport, [150, 200]);
  const after = toPlane(wish.camera, scene.viewport, [220, 260]);
  expect(after[0]).toBeCloseTo(before[0], 9);
  expect(after[1]).toBeCloseTo(before[1], 9);
  expect(wish.camera.span).toBeCloseTo(4 / 2.2, 9);
});
