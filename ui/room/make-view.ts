import type { ModelDetail, NewView } from '~/core/contracts/index.ts';
import { edgeHash, edgesOf, packCircuit } from '~/core/decoder/index.ts';
import { packSelection } from '~/core/directions/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { measure } from '~/core/metrics/index.ts';
import { terrainProtocolOf } from '~/core/terrain/index.ts';
import { usualDraws, type NullsOf } from '~/ui/decode/index.ts';
import type { BesideShown } from '~/ui/structure/index.ts';
import { drawnRows } from './drawn-rows.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';
import { sameProbe, type View } from './view.ts';
import { viewPictureOf } from './view-picture-of.ts';

/** What a person sees of a map at one moment. */
export type Scene = {
  readonly model: Pick<ModelDetail, 'id' | 'sha256'>;
  readonly map: LatentMap;
  readonly view: View;
  readonly shown: ShownCircuit | null;
  /** Whether weights of connections are shown. */
  readonly weights: boolean;
  /** What the metrics stand beside. */
  readonly beside: BesideShown | null;
};

export type MadeView = Pick<NewView, 'state' | 'picture'>;

/** The view to be saved; null while the circuit at the probe is still being decoded. */
export function makeView(scene: Scene): MadeView | null {
  const { model, map, view, shown, weights, beside } = scene;
  if (!shown || !sameProbe({ ...shown, z: [...shown.z] }, view.probe)) return null;
  const { plane, camera, probe, ground, selection, neurons, opened, tab, layout, pin } = view;
  const { circuit, neurons: of, hasPositions } = shown.picture;
  const { n, adjacency } = packCircuit(circuit);
  return {
    state: {
      version: 2,
      model: { id: model.id, sha256: model.sha256 },
      plane,
      camera: camera && { center: [...camera.center], span: camera.span },
      probe,
      size: n,
      colourBy: view.colourBy,
      ground: { ...ground, protocol: terrainProtocolOf(ground.property) },
      selection: selection && selection.length > 0 ? packSelection(selection, map.circuits) : null,
      neurons: [...neurons],
      opened,
      tab,
      layout,
      weights,
      edges: {
        from: pin ? 'stored' : 'decoder',
        name: pin?.name ?? '',
        adjacency,
        count: edgesOf(circuit).length,
        hash: edgeHash(circuit),
        borderline: (shown.borderlinePairs ?? []).map(([i, j]) => [i, j]),
      },
      values: Object.entries(measure(circuit)).map(([metric, value]) => ({ metric, value })),
      beside: beside && besideOf(beside, shown.picture),
    },
    picture: viewPictureOf({ map, plane, z: probe.z, neurons: of, hasPositions }),
  };
}

/** Draws that are not done yet are not kept; what they would have been is. */
function besideOf(shown: BesideShown, of: NullsOf): MadeView['state']['beside'] {
  const rows = shown.of === of ? drawnRows(shown) : null;
  const { draws, seed } = usualDraws;
  return { with: shown.choice, draws: rows ? draws : 0, seed, rows: rows ?? [] };
}
