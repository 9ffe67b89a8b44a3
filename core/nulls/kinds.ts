import type { Neuron } from '../latent/neurons.ts';

type Told = Pick<Neuron, 'class' | 'layer' | 'type'>;
const pairsPerCell = 20;

/**
 * The kind of each neuron [N]: class, then layer, then type, each taken while every pair of kinds in every one of `bins`
 * distances would still hold 20 of the circuit's ordered pairs on average. Finer ones would only repeat the circuit.
 */
export function kindsOf(neurons: readonly Told[], bins: number): string[] {
  const most = (neurons.length * (neurons.length - 1)) / (pairsPerCell * bins);
  let kinds = neurons.map(() => '');
  for (const field of ['class', 'layer', 'type'] as const) {
    const finer = neurons.map((neuron, i) => `${kinds[i] ?? ''} ${neuron[field]}`.trim());
    if (new Set(finer).size ** 2 <= most) kinds = finer;
  }
  return kinds;
}
