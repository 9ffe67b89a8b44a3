import { beforeAll, describe, expect, it } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { observedCircuit } from '../latent/map-file.ts';
import { measure } from '../metrics/index.ts';
import { Generator, streams } from '../random.ts';
import { learnMemory, memoryOf, memoryProtocol, memoryScores } from './memory-ground.ts';
import { groundOf } from './metric-ground.ts';
import { modelProposals } from './proposals.ts';
import { valueWish, type SynthesisRequest } from './request.ts';
import { scoredWalk } from './scored-walk.ts';
import {
  memoryTolerance,
  synthesise,
  synthesisGround,
  tolerance,
  withMemory,
  type Synthesis,
  type SynthesisGround,
} from './synthesise.ts';
import { transparentDecode, transparentMap, transparentModel } from './transparent-model.ts';

const map = transparentMap(120, 20);
const plain = synthesisGround(map, transparentModel);
let model: SynthesisGround;
beforeAll(() => {
  model = withMemory(
    plain,
    memoryScores(map, plain.ground, () => undefined),
  );
});

async function order(request: SynthesisRequest, of: SynthesisGround = model): Promise<Synthesis> {
  const found = await synthesise(of, { request, seed: 7, conditions: 0 }, transparentDecode);
  if (!('circuit' in found)) throw new Error(found.map(({ problem }) => problem).join(' '));
  return found;
}

describe('memory to order', () => {
  it.each([0, 2, 8])('of a held-out circuit, beside %i of its metrics', async (count) => {
    const index = 105;
    const wanted = memoryOf(observedCircuit(map, index), map, index);
    const metrics: SynthesisRequest = Object.fromEntries(
      metricIds
        .slice(0, count)
        .map((id, k) => [id, valueWish(map.metrics[index * metricIds.length + k] ?? NaN)]),
    );
    const found = await order({ ...metrics, memory: valueWish(wanted) });
    const { least, greatest } = model.memory ?? { least: 0, greatest: 0 };
    expect(found.reached).toBe(true);
    // what is said is what a reservoir run of the very circuit says, and its metrics are its own
    expect(found.memory).toBe(memoryOf(found.circuit, map, 0));
    expect(Math.abs((found.memory ?? NaN) - wanted)).toBeLessThanOrEqual(
      memoryTolerance * (greatest - least),
    );
    const measured = measure(found.circuit);
    metricIds.slice(0, count).forEach((id, k) => {
      const asked = map.metrics[index * metricIds.length + k] ?? NaN;
      expect(Math.abs((measured[id] ?? NaN) - asked)).toBeLessThanOrEqual(
        tolerance * (model.ground.scales[k] ?? 0) + 1e-9,
      );
    });
  });

  it('the same request gives the same circuit', async () => {
    const request = { memory: valueWish(3), reciprocity: { low: 0, high: 0.5 } };
    expect(await order(request)).toEqual(await order(request));
  });

  it('more than a circuit of that size or so many lags can hold is answered with the most that there is', async () => {
    const found = await synthesise(
      model,
      { request: { memory: valueWish(31) }, seed: 1, conditions: 0 },
      transparentDecode,
    );
    expect(found).toMatchObject([
      {
        metrics: ['memory'],
        problem: 'Memory capacity 31 is not possible: it is from 0 to 20.',
        nearest: { memory: valueWish(20) },
      },
    ]);
  });

  it('is refused where no circuit was scored, and where too few can be', async () => {
    await expect(order({ memory: valueWish(3) }, plain)).rejects.toThrow('no circuit was scored');
    expect(() => withMemory(plain, new Map([[0, 3]]))).toThrow(RangeError);
    const alike = new Map(Array.from(plain.ground.circuits, (index) => [index, 3]));
    expect(() => withMemory(plain, alike)).toThrow('cannot be ordered');
  });

  it('a score that is linear in place and metrics is foretold', () => {
    const ground = groundOf(map);
    const score = (index: number) =>
      2 + 0.5 * (map.z[index * 4] ?? 0) - 3 * (map.metrics[index * 8 + 1] ?? 0);
    const scores = new Map(Array.from(ground.circuits, (index) => [index, score(index)]));
    const { foretell, r2, least, greatest } = learnMemory(ground, scores);
    expect(r2).toBeGreaterThan(0.99);
    for (const index of [101, 110, 119]) {
      const foretold = foretell(map.z.subarray(index * 4, index * 4 + 4));
      const value = foretold(map.metrics.subarray(index * 8, index * 8 + 8));
      expect(Math.abs(value - score(index))).toBeLessThan(0.05 * (greatest - least));
    }
  });
});

it('the walk keeps what is nearest by the real score, whatever the prediction says', async () => {
  const index = 3;
  const [logits] = await transparentDecode([{ z: [0, 0, 0, 0], seed: 1 }]);
  if (!logits) throw new Error('nothing decoded');
  const circuit = observedCircuit(map, index);
  const metrics = map.metrics.slice(index * 8, index * 8 + 8);
  let runs = 0;
  const edges = ({ adjacency }: { adjacency: Uint8Array }) => {
    runs++;
    return adjacency.reduce((sum, one) => sum + one, 0);
  };
  const wanted = edges(circuit) + 12;
  const found = scoredWalk({
    start: { circuit, metrics: Float64Array.from(metrics) },
    proposals: modelProposals(logits),
    request: { memory: valueWish(wanted) },
    scales: [1, 1, 1, 1, 1, 1, 1, 1, 100],
    foretell: () => 0,
    scoreOf: edges,
    random: new Generator(1, streams.synthesis),
    plan: { tolerance, enough: 0, rounds: 200 },
    told: () => undefined,
  });
  expect(found.score).toBe(edges(found.circuit));
  expect(found.score).toBe(wanted);
  expect(found.runs).toBe(runs - 2); // one before, one just now
});

it('its protocol looks back no further than its washout', () => {
  expect(memoryProtocol.washout).toBeGreaterThanOrEqual(memoryProtocol.parameters.lastLag ?? 0);
});
