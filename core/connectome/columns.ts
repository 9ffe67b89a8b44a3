import type { ConnectionMapping, NeuronMapping } from '../contracts/index.ts';

type NeuronField = NeuronMapping[string];
type ConnectionField = ConnectionMapping[string];

/** Names by which tables commonly call a field, normalised; the first found in a table wins. */
const neuronNames: Partial<Record<NeuronField, readonly string[]>> = {
  id: [
    'id',
    'rootid',
    'ptrootid',
    'segmentid',
    'segid',
    'neuronid',
    'nodeid',
    'cellid',
    'bodyid',
    'skid',
    'neuron',
    'node',
    'cell',
    'name',
  ],
  class: ['class', 'ei', 'eiclass', 'cellclass', 'broadtype', 'superclass', 'classificationsystem'],
  type: ['type', 'celltype', 'subtype', 'subclass', 'neurontype', 'mtype', 'population'],
  layer: ['layer', 'corticallayer'],
  x: ['xum', 'x', 'somax', 'somaxum', 'posx', 'positionx', 'ptx', 'ptpositionx', 'xposition'],
  y: [
    'yum',
    'depthum',
    'depth',
    'y',
    'somay',
    'somayum',
    'posy',
    'positiony',
    'pty',
    'ptpositiony',
    'yposition',
  ],
  z: ['zum', 'z', 'somaz', 'somazum', 'posz', 'positionz', 'ptz', 'ptpositionz', 'zposition'],
};

const connectionNames: Partial<Record<ConnectionField, readonly string[]>> = {
  pre: [
    'pre',
    'source',
    'from',
    'preid',
    'presynaptic',
    'preptrootid',
    'prerootid',
    'bodyidpre',
    'sourceid',
    'fromid',
    'sender',
  ],
  post: [
    'post',
    'target',
    'to',
    'postid',
    'postsynaptic',
    'postptrootid',
    'postrootid',
    'bodyidpost',
    'targetid',
    'toid',
    'receiver',
  ],
  synapses: [
    'synapses',
    'synapsecount',
    'syncount',
    'nsyn',
    'nsynapses',
    'numsynapses',
    'count',
    'n',
    'weight',
    'strength',
  ],
  size: ['size', 'synapsesize', 'sumsize', 'totalsize', 'cleftsize', 'area', 'volume'],
};

const normalise = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What each column of a table of neurons is taken for: a known field once, else an attribute. */
export function guessNeuronColumns(columns: readonly string[]): Map<string, NeuronField> {
  return guess(columns, neuronNames, 'attribute');
}

/** What each column of a table of connections is taken for: a known field once, else ignored. */
export function guessConnectionColumns(columns: readonly string[]): Map<string, ConnectionField> {
  return guess(columns, connectionNames, 'ignore');
}

function guess<Field extends string>(
  columns: readonly string[],
  names: Partial<Record<Field, readonly string[]>>,
  other: Field,
): Map<string, Field> {
  const taken = new Map(columns.map((column) => [column, other]));
  for (const field of fieldsOf(names)) {
    const known = names[field] ?? [];
    const [best] = columns
      .map((column) => ({ column, rank: known.indexOf(normalise(column)) }))
      .filter(({ column, rank }) => rank >= 0 && taken.get(column) === other)
      .sort((a, b) => a.rank - b.rank);
    if (best) taken.set(best.column, field);
  }
  return taken;
}

function fieldsOf<Field extends string>(names: Partial<Record<Field, readonly string[]>>): Field[] {
  return Object.keys(names).filter((key): key is Field => key in names);
}
