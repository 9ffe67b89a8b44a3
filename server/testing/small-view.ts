import type { ModelManifest, NewView } from '~/core/contracts/index.ts';
import { circuitOf, edgeHash, edgesOf, packCircuit } from '~/core/decoder/index.ts';
import { toBase64 } from '~/core/exchange/bits.ts';
import { measure } from '~/core/metrics/index.ts';

/** What a page of a model might save: a circuit of four neurons somewhere on its map. */
export function smallView(
  model: { id: string; sha256: string; manifest: Pick<ModelManifest, 'latent'> },
  labId: string,
): NewView {
  const circuit = circuitOf(4, [
    [0, 1],
    [1, 0],
    [2, 3],
  ]);
  const { n, adjacency } = packCircuit(circuit);
  const zero = Array.from({ length: model.manifest.latent.z }, () => 0);
  return {
    labId,
    title: 'A pair',
    note: 'Two of four.',
    origin: null,
    picture: {
      map: toBase64(Uint8Array.of(0, 0, 255, 255)),
      probe: [120, 130],
      neurons: toBase64(Uint8Array.of(0, 0, 9, 9, 20, 0, 0, 20)),
      classes: 'EEI?',
    },
    state: {
      version: 2,
      model: { id: model.id, sha256: model.sha256 },
      plane: {
        ...{ id: 'axis:0:1', label: ['z 1', 'z 2'], origin: zero },
        u: zero.with(0, 1),
        v: zero.with(1, 1),
      },
      camera: null,
      probe: { z: zero, seed: 7, conditions: 0 },
      size: n,
      colourBy: 'density',
      ground: { property: 'density', shown: false, protocol: null },
      beside: { with: 'training', draws: 0, seed: 1, rows: [] },
      selection: null,
      neurons: [1],
      opened: null,
      tab: 'graph',
      layout: 'positions',
      weights: false,
      edges: {
        ...{ from: 'decoder', name: '', adjacency },
        count: edgesOf(circuit).length,
        hash: edgeHash(circuit),
        borderline: [[0, 2]],
      },
      values: Object.entries(measure(circuit)).map(([metric, value]) => ({ metric, value })),
    },
  };
}
