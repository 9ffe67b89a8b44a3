import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eigenvalues } from './eigenvalues.ts';
import { randomSubject } from './structure.vectors.ts';

describe('eigenvalues', () => {
  const moduli = (rows: number[][]) => {
    const found = eigenvalues(Float64Array.from(rows.flat()), rows.length);
    if (!found) throw new Error('They were not found.');
    return Array.from(found.real, (x, k) => Math.hypot(x, found.imaginary[k] ?? 0)).sort(
      (a, b) => b - a,
    );
  };

  const expectClose = (found: number[], expected: number[], digits: number) =>
    found.forEach((x, k) => expect(x).toBeCloseTo(expected[k] ?? NaN, digits));

  test('are found of every 4 x 4 matrix of zeros and ones', () => {
    const lost = Array.from({ length: 65536 }, (_, code) => code).filter(
      (code) =>
        !eigenvalues(
          Float64Array.from({ length: 16 }, (_, k) => (code >> k) & 1),
          4,
        ),
    );
    expect(lost).toEqual([]);
  });

  test('of a matrix on which plain double shifts never end', () => {
    const rows = [
      [0, -1, 0],
      [1, 0, 1],
      [0, -1, 0],
    ];
    expectClose(moduli(rows), [Math.SQRT2, Math.SQRT2, 0], 7);
  });

  test('of a companion matrix are the roots of its polynomial', () => {
    // (x - 1)(x - 2)(x - 3)(x² + 16)
    const rows = [
      [6, -27, 102, -176, 96],
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
    ];
    expectClose(moduli(rows), [4, 4, 3, 2, 1], 9);
  });

  test('sum to the trace and their squares to the trace of the square, for every size and density', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, seed, density) => {
          const { adjacency } = randomSubject(n, seed, density).circuit;
          const found = eigenvalues(Float64Array.from(adjacency), n);
          if (!found) return false;
          const trace = adjacency.reduce((sum, x, k) => sum + (k % (n + 1) === 0 ? x : 0), 0);
          const square = adjacency.reduce(
            (sum, x, k) => sum + x * (adjacency[(k % n) * n + Math.floor(k / n)] ?? 0),
            0,
          );
          const sum = found.real.reduce((total, x) => total + x, 0);
          const squares = found.real.reduce(
            (total, x, k) => total + x * x - (found.imaginary[k] ?? 0) ** 2,
            0,
          );
          return Math.abs(sum - trace) < 1e-8 && Math.abs(squares - square) < 1e-7;
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
