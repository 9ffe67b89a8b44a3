import { expect, it } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { measure } from '../metrics/index.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { obstaclesOf } from './feasibility.ts';
import { valueWish, type SynthesisRequest } from './request.ts';

/** As 3 % of what circuits of real tissue span. */
const slack = [0.001, 0.01, 0.01, 0.03, 0.03, 0.01, 0.005, 0.05];
const ask = (request: SynthesisRequest, size = 64) => obstaclesOf({ request, size, slack });

it('says which field is no number, negative or the wrong way round, and what to ask instead', () => {
  expect(ask({})).toMatchObject([{ problem: 'Nothing is asked for.' }]);
  expect(ask({ density: valueWish(Number.NaN) })).toMatchObject([
    { metrics: ['density'], problem: 'Density is not a number.', nearest: null },
  ]);
  expect(ask({ cv_in: valueWish(-1), density: valueWish(2) })).toMatchObject([
    { metrics: ['density'], nearest: { density: valueWish(1), cv_in: valueWish(-1) } },
    { metrics: ['cv_in'], nearest: { cv_in: valueWish(0) } },
  ]);
  const [turned] = ask({ reciprocity: { low: 0.5, high: 0.2 } });
  expect(turned?.remedy).toBe('Write the lower end first: 0.2 to 0.5.');
  expect(turned?.nearest).toEqual({ reciprocity: { low: 0.2, high: 0.5 } });
});

it('reciprocity 0.9 at density 0.01 among 16 neurons: two connections, so 0 or 1', () => {
  const [only] = ask({ density: valueWish(0.01), reciprocity: valueWish(0.9) }, 16);
  expect(only?.metrics).toEqual(['density', 'reciprocity']);
  expect(only?.problem).toContain('it has 2 connections');
  expect(only?.nearest).toMatchObject({ reciprocity: valueWish(1) });
  expect(ask(only?.nearest ?? {}, 16)).toEqual([]);
});

it('knows what density does to reciprocity and to the spread of degrees', () => {
  const [dense] = ask({ density: valueWish(0.9), reciprocity: valueWish(0.1) }, 16);
  expect(dense?.problem).toContain('density 0.9');
  const [star] = ask({ cv_out: valueWish(9) });
  expect(star?.nearest?.cv_out?.low).toBeCloseTo(Math.sqrt(63), 9); // one neuron makes them all
  const [unequal] = ask({ density: valueWish(0.5 / 63), cv_out: valueWish(0) });
  // 32 connections cannot be spread evenly over 64 neurons; 64 can, and a range of densities lets them.
  expect(unequal?.nearest?.density?.low).toBeCloseTo(64 / 4032, 9);
  expect(ask({ density: { low: 0.005, high: 0.02 }, cv_out: valueWish(0) })).toEqual([]);
});

it('knows what triangles and mutual connections do to closed paths', () => {
  const rules: SynthesisRequest[] = [
    { clustering: valueWish(0), cycles: valueWish(0.2) },
    { reciprocity: valueWish(0), feed_forward: valueWish(0.7), cycles: valueWish(0.6) },
    { reciprocity: valueWish(1), in_out_correlation: valueWish(0.2) },
    { reciprocity: valueWish(1), cv_out: valueWish(0.5), cv_in: valueWish(0.8) },
    { reciprocity: valueWish(1), feed_forward: valueWish(0.5), cycles: valueWish(0.1) },
  ];
  for (const request of rules) {
    const [found] = ask(request);
    expect(found?.remedy).toMatch(/^Ask /);
    expect(ask(found?.nearest ?? {})).toEqual([]);
  }
});

it('refuses nothing that a circuit has', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const n = [2, 3, 5, 9, 16, 64][seed % 6] ?? 64;
    const { circuit } = randomSubject(n, seed, [0.02, 0.1, 0.6][seed % 3] ?? 0.1);
    const values = measure(circuit);
    const request = Object.fromEntries(
      metricIds.flatMap((id) => (values[id] === null ? [] : [[id, valueWish(values[id])]])),
    );
    expect(ask(request, n), `n ${n}, seed ${seed}`).toEqual([]);
    expect(obstaclesOf({ request, size: n, slack: new Float64Array(8) })).toEqual([]);
  }
});
