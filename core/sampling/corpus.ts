import { z } from 'zod';
import { corpusHeader, type CorpusHeader } from '../contracts/index.ts';
import { readSafetensors, tensorOf, writeSafetensors } from '../exchange/safetensors.ts';

/** What circuits are drawn from: the K neurons that pass the filters and the connections among them. */
export type Corpus = {
  header: CorpusHeader;
  /** [K, 3] µm, zeros without positions */
  position: Float32Array<ArrayBuffer>;
  /** [E, 2] presynaptic, postsynaptic, sorted; indices into the corpus */
  edges: Int32Array<ArrayBuffer>;
  /** [E] size, else synapses, else 1 */
  weight: Float32Array<ArrayBuffer>;
  /** [K] 0 gap, 1 train, 2 validation, 3 test */
  fold: Uint8Array<ArrayBuffer>;
  /** [K] codes into the header's categories, 0 where a category is absent */
  class: Uint8Array<ArrayBuffer>;
  layer: Uint8Array<ArrayBuffer>;
  type: Uint16Array<ArrayBuffer>;
  /** [K] row in the connectome */
  neuron: Int32Array<ArrayBuffer>;
  /** [K] the neurons' names in the connectome */
  ids: string[];
};

/** corpus.safetensors; the same corpus gives the same bytes. */
export function writeCorpus(corpus: Corpus): Uint8Array<ArrayBuffer> {
  const neurons = corpus.neuron.length;
  const connections = corpus.weight.length;
  return writeSafetensors(
    {
      position: { dtype: 'F32', shape: [neurons, 3], data: corpus.position },
      edges: { dtype: 'I32', shape: [connections, 2], data: corpus.edges },
      weight: { dtype: 'F32', shape: [connections], data: corpus.weight },
      fold: { dtype: 'U8', shape: [neurons], data: corpus.fold },
      class: { dtype: 'U8', shape: [neurons], data: corpus.class },
      layer: { dtype: 'U8', shape: [neurons], data: corpus.layer },
      type: { dtype: 'U16', shape: [neurons], data: corpus.type },
      neuron: { dtype: 'I32', shape: [neurons], data: corpus.neuron },
    },
    {
      corpus: JSON.stringify(corpusHeader.parse(corpus.header)),
      ids: JSON.stringify(corpus.ids),
    },
  );
}

/** @throws SafetensorsError or ZodError when the bytes are not a corpus. */
export function readCorpus(bytes: Uint8Array<ArrayBuffer>): Corpus {
  const file = readSafetensors(bytes);
  const neuron = tensorOf(file, 'neuron', 'I32', [null]).data;
  const weight = tensorOf(file, 'weight', 'F32', [null]).data;
  return {
    header: corpusHeader.parse(JSON.parse(file.metadata.corpus ?? 'null')),
    position: tensorOf(file, 'position', 'F32', [neuron.length, 3]).data,
    edges: tensorOf(file, 'edges', 'I32', [weight.length, 2]).data,
    weight,
    fold: tensorOf(file, 'fold', 'U8', [neuron.length]).data,
    class: tensorOf(file, 'class', 'U8', [neuron.length]).data,
    layer: tensorOf(file, 'layer', 'U8', [neuron.length]).data,
    type: tensorOf(file, 'type', 'U16', [neuron.length]).data,
    neuron,
    ids: z
      .array(z.string())
      .length(neuron.length)
      .parse(JSON.parse(file.metadata.ids ?? 'null')),
  };
}
