import type { Circuit } from '../decoder/circuit.ts';
import { RandomStream, streams } from '../random.ts';
import { connectionsOf, fixed, type NullModel } from './null-model.ts';

/**
 * Attempts a draw makes per connection, whether they succeed or not: stopping after a number of successes would not
 * leave all circuits equally likely. A number in proportion to the connections suffices (Ray, Pinar & Seshadhri 2012,
 * LNCS 7323, 153); that 30 do is tested: a draw is then no more like the circuit than like another draw.
 */
const attemptsPerConnection = 30;
/** Every so many attempts one is a turn. */
const turnEvery = 4;

export const rewiringParameters = [
  fixed('attempts', attemptsPerConnection, 'swaps tried per connection'),
  fixed('turns', turnEvery, 'one in so many of them is a turn'),
];

/** A circuit in the middle of being rewired: its connections in slots, and which slot a connection is in. */
export class Rewired {
  readonly n: number;
  readonly adjacency: Uint8Array<ArrayBuffer>;
  readonly pre: Int32Array;
  readonly post: Int32Array;
  readonly #slot: Int32Array;

  constructor(circuit: Circuit) {
    const slots = connectionsOf(circuit);
    this.n = circuit.n;
    this.adjacency = Uint8Array.from(circuit.adjacency);
    this.pre = Int32Array.from(slots, ([pre]) => pre);
    this.post = Int32Array.from(slots, ([, post]) => post);
    this.#slot = new Int32Array(this.n * this.n);
    slots.forEach(([pre, post], slot) => (this.#slot[pre * this.n + post] = slot));
  }

  has(pre: number, post: number): boolean {
    return this.adjacency[pre * this.n + post] === 1;
  }

  /** Puts another connection into a slot. */
  put(slot: number, pre: number, post: number): void {
    this.pre[slot] = pre;
    this.post[slot] = post;
    this.#slot[pre * this.n + post] = slot;
    this.adjacency[pre * this.n + post] = 1;
  }

  take(slot: number): void {
    this.adjacency[(this.pre[slot] ?? 0) * this.n + (this.post[slot] ?? 0)] = 0;
  }

  /** Bit 0: a sends to b; bit 1: b sends to a. */
  between(a: number, b: number): number {
    return (this.has(a, b) ? 1 : 0) + (this.has(b, a) ? 2 : 0);
  }

  slotOf(pre: number, post: number): number {
    return this.#slot[pre * this.n + post] ?? 0;
  }
}

/** Two slots, hence two connections, that an attempt may use. */
export type Attempt = (wiring: Rewired, first: number, second: number) => void;

/**
 * Runs the chain: attempt t takes uniforms 2t and 2t + 1, each for a connection. Every change is as likely as the one
 * that undoes it, so that all circuits that can be reached are equally likely in the end.
 */
export function rewire(
  wiring: Rewired,
  moves: { swap: Attempt; turn: Attempt },
  random: RandomStream,
): Circuit {
  const edges = wiring.pre.length;
  for (let t = 0; t < edges * attemptsPerConnection; t++) {
    const first = Math.floor(random.uniform(2 * t) * edges);
    const second = Math.floor(random.uniform(2 * t + 1) * edges);
    (t % turnEvery === turnEvery - 1 ? moves.turn : moves.swap)(wiring, first, second);
  }
  return { n: wiring.n, adjacency: wiring.adjacency };
}

/** `prepare` of a null model that rewires by these moves; `code` tells its draws from those of others. */
export const rewiringBy =
  (code: number, moves: { swap: Attempt; turn: Attempt }): NullModel['prepare'] =>
  ({ circuit }) =>
  (seed, index) =>
    rewire(new Rewired(circuit), moves, new RandomStream(seed, streams.nulls, index, code));
