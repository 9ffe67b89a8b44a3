import type { Generator } from '../random.ts';

/** position [K, 3] µm; how readily each neuron sends and receives connections [K], 1 on average. */
export type Cells = {
  position: Float64Array<ArrayBuffer>;
  outwards: Float64Array;
  inwards: Float64Array;
};

/** Two populations as [first neuron, count]; a may be b. Probabilities are means over all ordered pairs. */
export type Block = {
  cells: Cells;
  a: readonly [number, number];
  b: readonly [number, number];
  /** mean probability from a to b, and from b to a */
  forward: number;
  backward: number;
  excitatory: boolean;
};

/** Fall of the probability with lateral distance: Gaussian, standard deviation in µm. */
const lateralSdUm = 200;

/** No single pair is more certain than this, however near. */
const highest = 0.9;

/**
 * Reciprocal pairs of excitatory cells are this much more frequent than chance; measured in slices: about four
 * (Song et al., PLoS Biology 3:e68, 2005, doi 10.1371/journal.pbio.0030068), taken with caution.
 */
const reciprocalExcess = 2;

/**
 * Wires two populations (or one with itself, without self-connections). Every unordered pair takes one uniform, which
 * decides between none, one direction, the other and both.
 */
export function connectBlock(
  block: Block,
  random: Generator,
  connect: (pre: number, post: number) => void,
): void {
  const {
    a: [firstA, countA],
    b: [firstB, countB],
  } = block;
  const same = firstA === firstB;
  const forward = probabilities(block, block.a, block.b, block.forward);
  const backward = same ? forward : probabilities(block, block.b, block.a, block.backward);
  const excess = block.excitatory ? reciprocalExcess : 1;
  for (let i = 0; i < countA; i++)
    for (let j = same ? i + 1 : 0; j < countB; j++) {
      const p = forward[i * countB + j] ?? 0;
      const q = backward[j * countA + i] ?? 0;
      const both = Math.max(p + q - 1, Math.min(excess * p * q, p, q));
      const draw = random.nextUniform();
      // In order: both, forward only, backward only, none. Marginals stay p and q.
      if (draw < p) connect(firstA + i, firstB + j);
      if (draw < both || (draw >= p && draw < p + q - both)) connect(firstB + j, firstA + i);
    }
}

/**
 * Probability of each ordered pair [source, target], proportional to nearness and to the readiness of both neurons,
 * scaled so that its mean over the pairs is exactly `mean` for the positions as they are.
 */
function probabilities(
  { cells }: Block,
  [firstSource, sources]: readonly [number, number],
  [firstTarget, targets]: readonly [number, number],
  mean: number,
): Float64Array {
  const { position, outwards, inwards } = cells;
  const weight = new Float64Array(sources * targets);
  if (mean === 0) return weight;
  let pairs = 0;
  for (let i = 0; i < sources; i++)
    for (let j = 0; j < targets; j++) {
      const [s, t] = [firstSource + i, firstTarget + j];
      if (s === t) continue;
      const dx = (position[3 * s] ?? 0) - (position[3 * t] ?? 0);
      const dz = (position[3 * s + 2] ?? 0) - (position[3 * t + 2] ?? 0);
      const near = Math.exp(-(dx * dx + dz * dz) / (2 * lateralSdUm * lateralSdUm));
      weight[i * targets + j] = near * (outwards[s] ?? 0) * (inwards[t] ?? 0);
      pairs++;
    }
  const scale = scaleToMean(weight, mean * pairs);
  return weight.map((value) => Math.min(highest, scale * value));
}

/** The factor by which the capped weights sum to `sum`; found by repeated proportion, which converges from below. */
function scaleToMean(weight: Float64Array, sum: number): number {
  let scale = 1;
  for (let round = 0; round < 60; round++) {
    let reached = 0;
    for (const value of weight) reached += Math.min(highest, scale * value);
    scale *= sum / reached;
    if (Math.abs(reached / sum - 1) < 1e-9) break;
  }
  return scale;
}
