import type { NeuronFilter } from '../contracts/index.ts';
import { categoryFields, degrees, type Connectome } from '../connectome/connectome.ts';
import { SamplingError } from './sampling-error.ts';

export type FilterField = { name: string; kind: 'text' | 'number' };

const degreeFields = ['outputs', 'inputs', 'connections'];
const axes = ['x', 'y', 'z'];

/** What a filter can ask of the neurons of this connectome: categories, degrees, positions, attributes. */
export function filterFields(connectome: Connectome): FilterField[] {
  const fields: FilterField[] = [
    ...categoryFields
      .filter((field) => connectome[field] !== null)
      .map((name) => ({ name, kind: 'text' as const })),
    ...[...degreeFields, ...(connectome.position ? axes : [])].map((name) => ({
      name,
      kind: 'number' as const,
    })),
  ];
  const taken = new Set(fields.map(({ name }) => name));
  return [
    ...fields,
    ...connectome.attributes
      .filter(({ name }) => !taken.has(name))
      .map(({ name, kind }) => ({ name, kind })),
  ];
}

/**
 * The rows of the neurons that pass every filter, ascending. Degrees are those of the whole connectome.
 * @throws SamplingError for a field the connectome does not have or a comparison that does not fit it.
 */
export function keptNeurons(
  connectome: Connectome,
  filters: readonly NeuronFilter[],
): Int32Array<ArrayBuffer> {
  const tests = filters.map((filter) => testOf(connectome, filter));
  return Int32Array.from(connectome.ids.keys()).filter((row) => tests.every((test) => test(row)));
}

function testOf(connectome: Connectome, filter: NeuronFilter): (row: number) => boolean {
  const column = columnOf(connectome, filter.field);
  if (column.kind === 'text') {
    if (filter.op === 'at most' || filter.op === 'at least')
      throw new SamplingError(
        `${filter.field} is text, so it cannot be ${filter.op} a number; use "is" or "is not".`,
      );
    const wanted = filter.op === 'is';
    return (row) => (column.values[row] === filter.value) === wanted;
  }
  const value = (row: number) => column.values[row] ?? NaN;
  const bound = Number(filter.value);
  switch (filter.op) {
    case 'is':
      return (row) => value(row) === bound;
    case 'is not':
      return (row) => value(row) !== bound;
    case 'at most':
      return (row) => value(row) <= bound;
    case 'at least':
      return (row) => value(row) >= bound;
  }
}

type Column =
  | { kind: 'text'; values: readonly string[] }
  | { kind: 'number'; values: Int32Array | Float64Array };

function columnOf(connectome: Connectome, name: string): Column {
  const category = categoryFields.find((field) => field === name);
  const texts = category ? connectome[category] : null;
  if (texts) return { kind: 'text', values: texts };
  if (degreeFields.includes(name))
    return { kind: 'number', values: degreeColumn(connectome, name) };
  const axis = axes.indexOf(name);
  const { position } = connectome;
  if (axis >= 0 && position)
    return {
      kind: 'number',
      values: Float64Array.from(connectome.ids, (_, row) => position[3 * row + axis] ?? NaN),
    };
  const attribute = connectome.attributes.find((candidate) => candidate.name === name);
  if (attribute) return attribute;
  throw new SamplingError(
    `The connectome has no field "${name}". It has: ${filterFields(connectome)
      .map((field) => field.name)
      .join(', ')}.`,
  );
}

function degreeColumn({ edges, ids }: Connectome, name: string): Int32Array<ArrayBuffer> {
  const { outputs, inputs } = degrees(edges, ids.length);
  if (name === 'outputs') return outputs;
  if (name === 'inputs') return inputs;
  return outputs.map((count, row) => count + (inputs[row] ?? 0));
}
