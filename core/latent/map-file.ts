import { mapHeader, metricIds, type MapHeader, type MetricId } from '../contracts/model.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { unpackBits } from '../exchange/bits.ts';
import { readSafetensors, SafetensorsError, tensorOf } from '../exchange/safetensors.ts';

/** Where the circuits of a map of several sizes lie in its arrays. */
type Layout = {
  /** N of the model's own circuits */
  own: number;
  /** neurons of each circuit [C] */
  sizes: Uint16Array;
  /** where its members begin, and where its bits begin, in bytes [C + 1] */
  members: Uint32Array;
  packed: Uint32Array;
};

/** map.safetensors in memory: C circuits of N neurons out of a corpus of K, with their places in latent space [Z]. */
export type LatentMap = {
  header: MapHeader;
  circuits: number;
  /** N of the model's own circuits: of all, where there is no layout */
  size: number;
  layout?: Layout;
  dimensions: number;
  /** posterior mean [C * Z] */
  z: Float32Array;
  /** 1 train, 2 validation, 3 test [C] */
  fold: Uint8Array;
  /** corpus index [C * N], or as the layout says */
  members: Uint16Array;
  /** bits [C * ceil(N * N / 8)], or as the layout says */
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
  const layout =
    header.format === 'latentome-map-2'
      ? layoutOf(size, tensorOf(file, 'sizes', 'U16', [circuits]).data)
      : undefined;
  const shapeOf = (ends: Uint32Array | undefined, width: number) =>
    ends ? [ends[circuits] ?? 0] : [circuits, width];
  const members = tensorOf(file, 'members', 'U16', shapeOf(layout?.members, size)).data;
  if (members.some((member) => member >= neurons))
    throw new SafetensorsError('A circuit of this map names a neuron that the corpus lacks.');
  return {
    header,
    circuits,
    size,
    ...(layout && { layout }),
    dimensions,
    z: z.data,
    fold: tensorOf(file, 'fold', 'U8', [circuits]).data,
    members,
    packed: tensorOf(file, 'adjacency', 'U8', shapeOf(layout?.packed, bytesOf(size))).data,
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

/** Bytes that n * n bits take. */
const bytesOf = (n: number) => Math.ceil((n * n) / 8);

function layoutOf(own: number, sizes: Uint16Array): Layout {
  const members = new Uint32Array(sizes.length + 1);
  const packed = new Uint32Array(sizes.length + 1);
  sizes.forEach((n, index) => {
    members[index + 1] = (members[index] ?? 0) + n;
    packed[index + 1] = (packed[index] ?? 0) + bytesOf(n);
  });
  return { own, sizes, members, packed };
}

/** Neurons of circuit `index`. */
export function sizeOf(map: Pick<LatentMap, 'size' | 'layout'>, index: number): number {
  return map.layout?.sizes[index] ?? map.size;
}

/** Whether circuit `index` is of the model's own size, of which its metrics and prior speak. */
export function ofOwnSize({ layout }: Pick<LatentMap, 'layout'>, index: number): boolean {
  return !layout || layout.sizes[index] === layout.own;
}

/** Corpus indices of the neurons of circuit `index` [N]. */
export function membersOf(
  { size, layout, members }: Pick<LatentMap, 'size' | 'layout' | 'members'>,
  index: number,
): Uint16Array {
  return layout
    ? members.subarray(layout.members[index], layout.members[index + 1])
    : members.subarray(index * size, (index + 1) * size);
}

/** The observed wiring of circuit `index` as bits [ceil(N * N / 8)]. */
export function packedOf(
  { size, layout, packed }: Pick<LatentMap, 'size' | 'layout' | 'packed'>,
  index: number,
): Uint8Array {
  const bytes = bytesOf(size);
  return layout
    ? packed.subarray(layout.packed[index], layout.packed[index + 1])
    : packed.subarray(index * bytes, (index + 1) * bytes);
}

/** The observed wiring of circuit `index`. */
export function observedCircuit(map: LatentMap, index: number): Circuit {
  const n = sizeOf(map, index);
  return { n, adjacency: unpackBits(packedOf(map, index), n * n) };
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
