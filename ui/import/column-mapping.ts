import { connectionField, neuronField } from '~/core/contracts/index.ts';
import type { Side } from './guess-side.ts';

const labels: Record<string, string> = {
  id: 'neuron id',
  class: 'class (E, I)',
  type: 'cell type',
  layer: 'layer',
  x: 'x, µm',
  y: 'depth y, µm',
  z: 'z, µm',
  attribute: 'attribute',
  pre: 'presynaptic id',
  post: 'postsynaptic id',
  synapses: 'synapse count',
  size: 'synapse size',
  ignore: 'ignore',
};

const fields = { neurons: neuronField.options, connections: connectionField.options } as const;

/** The choices for a column of this table. */
export function fieldOptions(side: Side): { value: string; label: string }[] {
  return fields[side].map((value) => ({ value, label: labels[value] ?? value }));
}

type Columns = readonly { name: string; guess: string }[];

/** column -> field as the server guessed it, with the person's changes over it. */
export function mergedMapping(
  columns: Columns,
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(columns.map(({ name, guess }) => [name, changes[name] ?? guess]));
}
