import { describe, expect, it } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { observedCircuit } from '../latent/map-file.ts';
import { measure } from '../metrics/index.ts';
import { groundOf } from './metric-ground.ts';
import { noveltyOf } from './novelty.ts';
import { valueWish, type SynthesisRequest } from './request.ts';
import { synthesise, synthesisGround, tolerance, type Synthesis } from './synthesise.ts';
import { transparentDecode, transparentMap, transparentModel } from './transparent-model.ts';

const map = transparentMap(220, 20);
const model = synthesisGround(map, transparentModel);

async function order(request: SynthesisRequest, seed = 7): Promise<Synthesis> {
  const found = await synthesise(model, { request, seed, conditions: 0 }, transparentDecode);
  if (!('circuit' in found)) throw new Error(found.map(({ problem }) => problem).join(' '));
  return found;
}

/** Metrics of a held-out circuit as a request. */
function wishesFrom(index: number, count: number): SynthesisRequest {
  return Object.fromEntries(
    metricIds
      .slice(0, count)
      .map((id, k) => [id, valueWish(map.metrics[index * metricIds.length + k] ?? NaN)]),
  );
}

describe('to order', () => {
  it.each([200, 207, 213])('all eight metrics of held-out circuit %i', async (index) => {
    const found = await order(wishesFrom(index, 8));
    expect(found.reached).toBe(true);
    expect(found.worst).toBeLessThanOrEqual(tolerance);
    const measured = measure(found.circuit);
    metricIds.forEach((id, k) =>
      expect(Math.abs((measured[id] ?? NaN) - (found.metrics[k] ?? NaN))).toBeLessThan(1e-12),
    );
    expect(Math.abs(found.typicality.cost)).toBeLessThan(3);
    expect(found.novelty.identical).toBe(0);
  });

  it('the same request and seed give the same circuit, another seed another', async () => {
    const request = wishesFrom(201, 4);
    const [one, two, other] = [await order(request), await order(request), await order(request, 8)];
    expect(two).toEqual(one);
    expect(other.circuit).not.toEqual(one.circuit);
    expect(other.reached).toBe(true);
  });

  it('a range is met anywhere within it', async () => {
    const { mean, scales } = model.ground;
    const wish = {
      low: (mean[1] ?? 0) + 0.1 * (scales[1] ?? 0),
      high: (mean[1] ?? 0) + 0.2 * (scales[1] ?? 0),
    };
    const found = await order({ reciprocity: wish });
    expect(found.worst).toBeLessThanOrEqual(tolerance);
    expect(found.distance).toBeLessThan(2);
  });

  it('what cannot be is answered with why, before anything is decoded', async () => {
    const never = () => Promise.reject(new Error('nothing was to be decoded'));
    const request = { density: valueWish(-0.2) };
    const found = await synthesise(model, { request, seed: 1, conditions: 0 }, never);
    expect(found).toMatchObject([{ metrics: ['density'], nearest: { density: valueWish(0) } }]);
  });

  it('what no circuit there comes near is given as far as it goes', async () => {
    const found = await order({
      density: valueWish(0.2),
      clustering: valueWish(0.01),
      reciprocity: valueWish(0.9),
      cv_out: valueWish(1.9),
    });
    expect(found.reached).toBe(false);
    expect(found.worst).toBeGreaterThan(tolerance);
  });
});

it('an observed circuit is no news', () => {
  expect(noveltyOf(observedCircuit(map, 5), map, 5)).toMatchObject({
    nearest: 5,
    shared: 1,
    identical: 1,
  });
});

it('ranges of the data are those of the training circuits', () => {
  const { least, greatest, circuits } = groundOf(map);
  expect(circuits.length).toBeLessThanOrEqual(200);
  expect(circuits.at(-1)).toBeLessThan(200);
  for (const index of circuits) {
    const value = map.metrics[index * metricIds.length] ?? NaN;
    expect(value).toBeGreaterThanOrEqual(least[0] ?? NaN);
    expect(value).toBeLessThanOrEqual(greatest[0] ?? NaN);
  }
});
