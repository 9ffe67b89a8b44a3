import type { WeightScale } from '~/core/contracts/index.ts';
import type { Circuit } from '~/core/decoder/index.ts';
import type { Neuron } from '~/core/latent/index.ts';

/** A circuit with what is known of its neurons: neuron k is row and column k of the matrix. */
export interface CircuitPicture {
  readonly circuit: Circuit;
  readonly neurons: readonly Neuron[];
  readonly hasPositions: boolean;
  /** Of each connection [n * n], 0 where there is none; where they were asked for. */
  readonly weights?: { readonly values: Float64Array; readonly scale: WeightScale };
}

export interface Degrees {
  readonly in: Uint16Array;
  readonly out: Uint16Array;
}

/** In- and out-degrees, self-edges not counted. */
export function degreesOf({ n, adjacency }: Circuit): Degrees {
  const degrees = { in: new Uint16Array(n), out: new Uint16Array(n) };
  for (let pre = 0; pre < n; pre++)
    for (let post = 0; post < n; post++) {
      if (pre === post || !adjacency[pre * n + post]) continue;
      degrees.out[pre] = (degrees.out[pre] ?? 0) + 1;
      degrees.in[post] = (degrees.in[post] ?? 0) + 1;
    }
  return degrees;
}

/** Number of neurons that connect to themselves. */
export function selfEdges({ n, adjacency }: Circuit): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (adjacency[i * n + i]) count++;
  return count;
}

/** "864… E L2/3": what names a neuron in a sentence. */
export function neuronName(neuron: Neuron | undefined): string {
  if (!neuron) return '';
  return [neuron.id, neuron.class, neuron.layer, neuron.type]
    .filter((part) => part !== '')
    .join(' ');
}
