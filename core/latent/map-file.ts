import { mapHeader, metricIds, type MapHeader, type MetricId } from '../contracts/model.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { unpackBits } from '../exchange/bits.ts';
import { readSafetensors, SafetensorsError, tensorOf } from '../exchange/safetensors.ts';

/** map.safetensors in memory: C circuits of N neurons out of a corpus of K, with their places in latent space [Z]. */
export type LatentMap = {
  header: MapHeader;
  circuits: number;
  size: number;
  dimensions: number;
  /** posterior mean [C * Z] */
  z: Float32Array;
  /** 1 train, 2 validation, 3 test [C] */
  fold: Uint8Array;
  /** corpus index [C * N] */
  members: Uint16Array;
  /** bits [C * ceil(N * N / 8)] */
  packed: Uint8Array;
  /** [C * 8] in the order of metricIds, NaN where not defined */
  metrics: Float32Array;
  /** µm, y below the pia [K * 3] */
  position: Float32Array;
  /** index into the values of the header's category [K] */
  codes: { class: Uint8Array; layer: Uint8Array; type: Uint16Array };
};

/** @throws SafetensorsError or a ZodError when the bytes are not a map or its arrays do not belong together. */
export function readMap(bytes: Uint8Array<ArrayBuffer>): LatentMap {
  const file = readSafetensors(bytes);
  const header = mapHeader.parse(JSON.parse(file.metadata.map ?? 'null'));
  const z = tensorOf(file, 'z', 'F32', [null, null]);
  const [circuits = 0, dimensions = 0] = z.shape;
  const size = header.size;
  const neurons = header.ids.length;
  const members = tensorOf(file, 'members', 'U16', [circuits, size]).data;
  if (members.some((member) => member >= neurons))
    throw new SafetensorsError('A circuit of this map names a neuron that the corpus lacks.');
  const bytesPerCircuit = Math.ceil((size * size) / 8);
  return {
    header,
    circuits,
    size,
    dimensions,
    z: z.data,
    fold: tensorOf(file, 'fold', 'U8', [circuits]).data,
    members,
    packed: tensorOf(file, 'adjacency', 'U8', [circuits, bytesPerCircuit]).data,
    metrics: tensorOf(file, 'metrics', 'F32', [circuits, metricIds.length]).data,
    position: tensorOf(file, 'position', 'F32', [neurons, 3]).data,
    codes: {
      class: tensorOf(file, 'class', 'U8', [neurons]).data,
      layer: tensorOf(file, 'layer', 'U8', [neurons]).data,
      type: tensorOf(file, 'type', 'U16', [neurons]).data,
    },
  };
}

/** Where circuit `index` lies: z [Z]. */
export function placeOf(map: LatentMap, index: number): number[] {
  return Array.from(map.z.subarray(index * map.dimensions, (index + 1) * map.dimensions));
}

/** Corpus indices of the neurons of circuit `index` [N]. */
export function membersOf(map: LatentMap, index: number): Uint16Array {
  return map.members.subarray(index * map.size, (index + 1) * map.size);
}

/** The observed wiring of circuit `index`. */
export function observedCircuit(map: LatentMap, index: number): Circuit {
  const bytes = Math.ceil((map.size * map.size) / 8);
  const packed = map.packed.subarray(index * bytes, (index + 1) * bytes);
  return { n: map.size, adjacency: unpackBits(packed, map.size * map.size) };
}

/** One metric over all circuits [C], NaN where not defined. */
export function metricColumn(
  map: Pick<LatentMap, 'circuits' | 'metrics'>,
  id: MetricId,
): Float32Array {
  const column = metricIds.indexOf(id);
  return Float32Array.from(
    { length: map.circuits },
    (_, index) => map.metrics[index * metricIds.length + column] ?? Number.NaN,
  );
}
