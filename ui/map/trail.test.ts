import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faded, grown, strength, trailMs, type Spot } from './trail.ts';

const spot = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(400));

it('holds what was pointed at lately, in its order, and is over by itself', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 120 }), (steps) => {
      let trail: readonly Spot[] = [];
      let now = 0;
      for (const [place, after] of steps) {
        now += after;
        trail = faded(grown(trail, [place], now), now);
        expect(trail.length).toBeLessThanOrEqual(48);
        expect(trail.every((one) => now - one.at < trailMs)).toBe(true);
        const times = trail.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
      expect(faded(trail, now + trailMs)).toEqual([]);
    }),
    { seed: 20261123 },
  );
});

it('a pointer that rests adds nothing, so its trail fades', () => {
  const trail = grown([], [1, 2], 0);
  expect(grown(trail, [1, 2], 10)).toBe(trail);
  expect(grown(trail, [1, 3], 10)).toHaveLength(2);
  expect(faded(trail, 10)).toBe(trail);
});

it('is strongest where it was last', () => {
  expect(strength({ z: [0], at: 100 }, 100)).toBe(1);
  expect(strength({ z: [0], at: 100 }, 100 + trailMs / 2)).toBeCloseTo(0.5);
  expect(strength({ z: [0], at: 100 }, 100 + 2 * trailMs)).toBe(0);
});
