import { z } from 'zod';
import { readSafetensors, tensorOf, writeSafetensors } from '../exchange/safetensors.ts';
import type { Attribute, Connectome } from './connectome.ts';

const texts = z.array(z.string());

/** Metadata `connectome` of connectome.safetensors. */
const metadata = z.object({
  format: z.literal('latentome-connectome-1'),
  ids: texts,
  class: texts.nullable(),
  layer: texts.nullable(),
  type: texts.nullable(),
  attributes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ name: z.string(), kind: z.literal('text'), values: texts }),
      z.object({
        name: z.string(),
        kind: z.literal('number'),
        values: z.array(z.number().nullable()),
      }),
    ]),
  ),
});

/** connectome.safetensors; the same connectome gives the same bytes, so their hash is its address. */
export function writeConnectome(connectome: Connectome): Uint8Array<ArrayBuffer> {
  const { ids, class: classes, layer, type, edges, synapses, size } = connectome;
  const neurons = ids.length;
  const about: z.infer<typeof metadata> = {
    format: 'latentome-connectome-1',
    ids,
    class: classes,
    layer,
    type,
    attributes: connectome.attributes.map((attribute) =>
      attribute.kind === 'text'
        ? { name: attribute.name, kind: attribute.kind, values: attribute.values }
        : {
            name: attribute.name,
            kind: attribute.kind,
            values: Array.from(attribute.values, (value) => (Number.isNaN(value) ? null : value)),
          },
    ),
  };
  return writeSafetensors(
    {
      position: {
        dtype: 'F64',
        shape: [neurons, 3],
        data: connectome.position ?? new Float64Array(3 * neurons).fill(NaN),
      },
      edges: { dtype: 'I32', shape: [synapses.length, 2], data: edges },
      synapses: { dtype: 'F32', shape: [synapses.length], data: synapses },
      size: { dtype: 'F32', shape: [synapses.length], data: size },
    },
    { connectome: JSON.stringify(about) },
  );
}

/** @throws SafetensorsError or ZodError when the bytes are not a connectome. */
export function readConnectome(bytes: Uint8Array<ArrayBuffer>): Connectome {
  const file = readSafetensors(bytes);
  const about = metadata.parse(JSON.parse(file.metadata.connectome ?? 'null'));
  const neurons = about.ids.length;
  const position = tensorOf(file, 'position', 'F64', [neurons, 3]).data;
  const edges = tensorOf(file, 'edges', 'I32', [null, 2]).data;
  const connections = edges.length / 2;
  return {
    ids: about.ids,
    class: about.class,
    layer: about.layer,
    type: about.type,
    position: position.every(Number.isNaN) ? null : position,
    attributes: about.attributes.map((attribute): Attribute =>
      attribute.kind === 'text'
        ? attribute
        : { ...attribute, values: Float64Array.from(attribute.values, (value) => value ?? NaN) },
    ),
    edges,
    synapses: tensorOf(file, 'synapses', 'F32', [connections]).data,
    size: tensorOf(file, 'size', 'F32', [connections]).data,
  };
}
