import { RandomStream, streams } from '~/core/random.ts';
import { expect, it } from 'vitest';
import { inside, rectangle } from './region.ts';

const points = new Float32Array([0, 0, 1, 1, 2, 0.5, -1, 3, NaN, 0]);

it('selects what lies in a rectangle, whichever corner comes first', () => {
  expect([...inside(rectangle([-0.5, -0.5], [1.5, 1.5]), points)]).toEqual([0, 1]);
  expect([...inside(rectangle([1.5, 1.5], [-0.5, -0.5]), points)]).toEqual([0, 1]);
});

it('leaves out the notch of a concave lasso', () => {
  const notched = [
    [-1, -1],
    [3, -1],
    [3, 2],
    [1, -0.5],
    [-1, 2],
  ] as const;
  expect([...inside(notched, points)]).toEqual([0, 2]);
});

it('selects nothing with fewer than three corners', () => {
  expect(inside([[0, 0]], points)).toHaveLength(0);
});

it('agrees with the winding of the angle for a ragged lasso over many points', () => {
  const random = new RandomStream(5, streams.bench);
  const star = Array.from({ length: 90 }, (_, k) => {
    const [angle, radius] = [(2 * Math.PI * k) / 90, 0.4 + 0.6 * random.uniform(k)];
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
  const points = Float32Array.from({ length: 4000 }, (_, k) => 2.2 * random.uniform(200 + k) - 1.1);
  const turned = (s: number, t: number) =>
    star.reduce((sum, [as, at], k) => {
      const [bs, bt] = star[(k + 1) % star.length] ?? [0, 0];
      const turn = Math.atan2(bt - t, bs - s) - Math.atan2(at - t, as - s);
      return (
        sum + (turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn)
      );
    }, 0);
  const expected = Array.from({ length: 2000 }, (_, i) => i).filter(
    (i) => Math.abs(turned(points[2 * i] ?? 0, points[2 * i + 1] ?? 0)) > Math.PI,
  );
  expect(expected.length).toBeGreaterThan(300);
  expect([...inside(star, points)]).toEqual(expected);
});
