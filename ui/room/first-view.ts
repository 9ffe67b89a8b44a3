import type { ModelManifest } from '~/core/contracts/index.ts';
import { nearestCircuit, principalPlane, type LatentMap } from '~/core/latent/index.ts';
import type { View } from './view.ts';

/** What one sees on coming in: the first two principal components, the probe at the mean, the nearest circuit's neurons. */
export function firstView(manifest: ModelManifest, map: LatentMap): View {
  const plane = principalPlane(manifest);
  const z = plane.origin.map((value) => Math.round(value * 1e4) / 1e4);
  return {
    plane,
    camera: null,
    probe: { z, seed: 1, conditions: nearestCircuit(map, z).index },
    colourBy: 'reciprocity',
    tool: 'probe',
    ground: { property: 'reciprocity', shown: false },
    selection: null,
    region: null,
    neurons: [],
    opened: null,
    tab: 'graph',
    layout: manifest.hasPositions ? 'positions' : 'force',
    pin: null,
  };
}
