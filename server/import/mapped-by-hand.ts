import {
  connectionField,
  neuronField,
  type ConnectionMapping,
  type ImportOptions,
  type NeuronMapping,
} from '~/core/contracts/index.ts';

/**
 * Options with columns taken for what a person says, as `column=field`. A field of neurons speaks of the table of
 * neurons, one of connections of the other, `ignore` of whichever has the column. Who had the field before loses it.
 *
 * @throws Error in words when the column or the field does not exist
 */
export function mappedByHand(options: ImportOptions, choices: readonly string[]): ImportOptions {
  const neurons = new Map(Object.entries(options.neurons));
  const connections = new Map(Object.entries(options.connections));
  for (const choice of choices) {
    const at = choice.lastIndexOf('=');
    const [column, field] = [choice.slice(0, at), choice.slice(at + 1)];
    const ofNeuron = neuronField.safeParse(field).data;
    const ofConnection = connectionField.safeParse(field).data;
    if (at < 1 || (!ofNeuron && !ofConnection))
      throw new Error(
        `--map ${choice}: say column=field with one of ${[...new Set([...neuronField.options, ...connectionField.options])].join(', ')}.`,
      );
    let found = false;
    if (ofNeuron && neurons.has(column)) {
      found = true;
      take(neurons, column, ofNeuron, 'attribute');
    }
    if (ofConnection && connections.has(column)) {
      found = true;
      take(connections, column, ofConnection, 'ignore');
    }
    if (!found)
      throw new Error(`--map ${choice}: there is no column "${column}" that could be it.`);
  }
  return {
    ...options,
    neurons: Object.fromEntries(neurons) satisfies NeuronMapping,
    connections: Object.fromEntries(connections) satisfies ConnectionMapping,
  };
}

function take<Field extends string>(
  mapping: Map<string, Field>,
  column: string,
  field: Field,
  otherwise: Field,
): void {
  if (field !== 'ignore' && field !== 'attribute')
    for (const [other, taken] of mapping) if (taken === field) mapping.set(other, otherwise);
  mapping.set(column, field);
}
