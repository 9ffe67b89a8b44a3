import { philox4x32, type Words2 } from './philox.ts';

/**
 * Every random draw of Latentome, specified once and written twice (here and in gpu-worker/latentome_worker/random.py).
 *
 * key = [seed mod 2^32, floor(seed / 2^32)]; block k of a stream has counter [k, a, b, stream]; word i is lane i mod 4
 * of block floor(i / 4); uniform_i = (word_i + 0.5) / 2^32; normal_i = sqrt(-2 ln uniform_2i) cos(2 pi uniform_2i+1);
 * an integer below n is floor(uniform n). `core/random.vectors.json` holds examples for both sides.
 */

/** What each stream is for; a and b are zero unless said. */
export const streams = {
  /** standard normal u of neuron i, dimension d: index i U + d */
  individuality: 1,
  /** uniform of an unordered pair i < j: index i N - i (i + 1) / 2 + (j - i - 1) */
  pairs: 2,
  /** uniform of the self-edge of neuron i: index i */
  autapses: 3,
  /** sequential; a = index of the circuit, b = fold (1 train, 2 validation, 3 test) */
  sampling: 4,
  /** sequential; the model column */
  column: 5,
  /** benches and tests */
  bench: 6,
  /** training, in Python only */
  training: 7,
  /** normal of the weight of a connection i -> j: index i N + j */
  weights: 8,
  /** uniform of the input weight of neuron i of a reservoir: index i */
  reservoirInput: 16,
  /** uniforms of a reservoir's task; a = code of the task, b = attempt */
  reservoirSignal: 17,
  /** sequential; a = level: the order in which modularity visits neurons */
  modularity: 20,
  /** a = index of the draw, b = code of the null model */
  nulls: 21,
  /** sequential; a = attempt, b = which walk (0 of the model, 1 its uniform baseline) */
  synthesis: 30,
  /** normal of dimension d of a random direction: index d; a = which */
  directions: 40,
} as const;

const TWO_32 = 0x1_0000_0000;

/** Random access: the same index always holds the same number. */
export class RandomStream {
  readonly #key: Words2;
  readonly #block = new Uint32Array(4);
  #held = -1;

  /** @throws RangeError unless seed is an integer in 0..2^53-1 and stream, a, b are unsigned 32-bit. */
  constructor(
    seed: number,
    readonly stream: number,
    readonly a = 0,
    readonly b = 0,
  ) {
    if (!Number.isSafeInteger(seed) || seed < 0)
      throw new RangeError(`A seed is an integer from 0 to 2^53 - 1; this is ${seed}.`);
    for (const word of [stream, a, b])
      if (!Number.isInteger(word) || word < 0 || word >= TWO_32)
        throw new RangeError(`A stream is named by unsigned 32-bit integers; this is ${word}.`);
    this.#key = [seed % TWO_32, Math.floor(seed / TWO_32)];
  }

  /** Unsigned 32-bit word `index`, index below 2^34. */
  word(index: number): number {
    const block = Math.floor(index / 4);
    if (block !== this.#held) {
      philox4x32([block, this.a, this.b, this.stream], this.#key, this.#block);
      this.#held = block;
    }
    return this.#block[index % 4] ?? 0;
  }

  /** Uniform in the open interval (0, 1), exact in float64. */
  uniform(index: number): number {
    return (this.word(index) + 0.5) / TWO_32;
  }

  /** Standard normal by Box and Muller's cosine. */
  normal(index: number): number {
    return boxMuller(this.uniform(2 * index), this.uniform(2 * index + 1));
  }
}

/** The same stream taken in order: a uniform or an integer takes one index, a normal takes two. */
export class Generator {
  readonly #stream: RandomStream;
  #next = 0;

  constructor(seed: number, stream: number, a = 0, b = 0) {
    this.#stream = new RandomStream(seed, stream, a, b);
  }

  nextUniform(): number {
    return this.#stream.uniform(this.#next++);
  }

  /** Integer in 0..below-1. */
  nextInt(below: number): number {
    return Math.floor(this.nextUniform() * below);
  }

  nextNormal(): number {
    const radius = this.nextUniform();
    return boxMuller(radius, this.nextUniform());
  }
}

function boxMuller(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
}
