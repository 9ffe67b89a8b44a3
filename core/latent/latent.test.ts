import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plane } from '../contracts/room.ts';
import { RandomStream, streams } from '../random.ts';
import { nearestCircuit } from './nearest.ts';
import { axisPlane, principalPlane, project, projectAll, unproject } from './planes.ts';
import { priorContour } from './prior.ts';

const model = {
  latent: { z: 3, u: 2 },
  prior: {
    mean: [0, 0, 0],
    covariance: [
      [4, 0, 0],
      [0, 4, 0],
      [0, 0, 9],
    ],
  },
  principal: {
    origin: [1, 2, 3],
    axes: [
      [0.6, 0.8, 0],
      [-0.8, 0.6, 0],
      [0, 0, 1],
    ],
    share: [0.52, 0.3, 0.18],
  },
};
const oblique: Plane = {
  id: 'custom',
  label: ['a', 'b'],
  origin: [0, 1, 0],
  u: [2, 0, 1],
  v: [1, 1, 0],
};
const planes = [principalPlane(model, 2, 0), axisPlane(model, 0, 2), oblique];

describe('planes', () => {
  test('are named and labelled by what they show', () => {
    expect(principalPlane(model)).toMatchObject({
      id: 'pc:0:1',
      label: ['PC 1 (52 %)', 'PC 2 (30 %)'],
    });
    expect(axisPlane(model, 0, 2)).toMatchObject({ id: 'axis:0:2', v: [0, 0, 3] });
    const [u0, u1] = principalPlane(model).u;
    expect(u0).toBeCloseTo(1.2, 12); // one unit is one standard deviation of the prior
    expect(u1).toBeCloseTo(1.6, 12);
    expect(() => axisPlane(model, 0, 3)).toThrow(RangeError);
    expect(() => project({ ...oblique, v: oblique.u }, [0, 0, 0])).toThrow(RangeError);
  });

  test.each(planes)('$id: a pixel is one place, and that place is the pixel', (plane) => {
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate), ([s, t]) => {
        const [s2, t2] = project(plane, unproject(plane, s, t));
        expect(s2).toBeCloseTo(s, 9);
        expect(t2).toBeCloseTo(t, 9);
      }),
    );
  });

  test.each(planes)('$id: nothing in the plane is nearer than the shadow of a place', (plane) => {
    const z = [0.3, -2, 5];
    const [s, t] = project(plane, z);
    const off = unproject(plane, s, t).map((value, d) => (z[d] ?? 0) - value);
    for (const axis of [plane.u, plane.v])
      expect(axis.reduce((sum, value, d) => sum + value * (off[d] ?? 0), 0)).toBeCloseTo(0, 9);
  });

  test.each(planes)('$id: all places at once are the places one by one', (plane) => {
    const z = Float32Array.from({ length: 30 }, (_, k) => Math.sin(k) * 3);
    const places = projectAll(plane, z, 3);
    for (let index = 0; index < 10; index++) {
      const [s, t] = project(plane, z.subarray(index * 3, index * 3 + 3));
      expect(places[index * 2]).toBeCloseTo(s, 4);
      expect(places[index * 2 + 1]).toBeCloseTo(t, 4);
    }
  });
});

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });

test('the nearest circuit is the one a full comparison finds', () => {
  const z = Float32Array.of(0, 0, 3, 4, 1, 1, 1, 1);
  const map = { z, circuits: 4, dimensions: 2 };
  expect(nearestCircuit(map, [0.9, 1.1]).index).toBe(2);
  expect(nearestCircuit(map, [3, 0]).distance).toBeCloseTo(Math.sqrt(5), 6);
});

test('a contour holds the share of the prior that its Gaussian shadow says', () => {
  const prior = {
    mean: [1, 0, -1],
    covariance: [
      [2, 0.6, 0.2],
      [0.6, 1, -0.3],
      [0.2, -0.3, 0.5],
    ],
  };
  // z = mean + L e, with L the Cholesky factor of the covariance
  const factor = [
    [Math.sqrt(2), 0, 0],
    [0.6 / Math.sqrt(2), Math.sqrt(0.82), 0],
    [0.2 / Math.sqrt(2), (-0.3 - 0.06) / Math.sqrt(0.82), 0],
  ];
  const [a = 0, b = 0] = factor[2] ?? [];
  factor[2] = [a, b, Math.sqrt(0.5 - a * a - b * b)];
  const random = new RandomStream(1, streams.bench);
  const draws = 4000;
  for (const [sd, share] of [
    [1, 1 - Math.exp(-0.5)],
    [2, 1 - Math.exp(-2)],
  ] as const) {
    const contour = priorContour(oblique, prior, sd, 360);
    let inside = 0;
    for (let draw = 0; draw < draws; draw++) {
      const e = [0, 1, 2].map((d) => random.normal(draw * 3 + d));
      const z = factor.map((row, d) =>
        row.reduce((sum, value, k) => sum + value * (e[k] ?? 0), prior.mean[d] ?? 0),
      );
      if (encloses(contour, project(oblique, z))) inside++;
    }
    expect(Math.abs(inside / draws - share)).toBeLessThan(0.03);
  }
});

/** Even-odd rule. */
function encloses(ring: [number, number][], [x, y]: [number, number]): boolean {
  let inside = false;
  ring.forEach(([x1, y1], k) => {
    const [x2, y2] = ring[(k + 1) % ring.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}
