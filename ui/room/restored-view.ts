import type { ModelManifest, ViewState } from '~/core/contracts/index.ts';
import { selectedCircuits } from '~/core/directions/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { colourOptions, terrainOptions } from '~/ui/map/index.ts';
import { firstView } from './first-view.ts';
import type { View } from './view.ts';

/**
 * What a saved view showed, on the map of its model. A colour or a terrain that this program does not know is that of
 * everybody who comes in.
 */
export function restoredView(state: ViewState, manifest: ModelManifest, map: LatentMap): View {
  const first = firstView(manifest, map);
  const { plane, camera, probe, neurons, opened, tab, layout, edges } = state;
  const colour = colourOptions(manifest).find(({ value }) => value === state.colourBy);
  const terrain = terrainOptions(manifest).find(({ value }) => value === state.ground.property);
  const here = (circuit: number | null) => circuit !== null && circuit < map.circuits;
  return {
    ...first,
    plane,
    camera,
    probe: here(probe.conditions) ? probe : { ...probe, conditions: first.probe.conditions },
    colourBy: colour?.value ?? first.colourBy,
    ground: terrain ? { property: terrain.value, shown: state.ground.shown } : first.ground,
    selection:
      state.selection?.of === map.circuits ? selectedCircuits(state.selection) : first.selection,
    neurons,
    opened: here(opened) ? opened : null,
    tab,
    layout: manifest.hasPositions ? layout : 'force',
    pin: edges.from === 'stored' ? storedPin(state) : null,
  };
}

/** The connections of a view, as a pin that lies on no bench. */
function storedPin({ probe, model, size, edges }: ViewState): View['pin'] {
  return {
    id: 'view',
    probe,
    model: model.sha256,
    n: size,
    adjacency: edges.adjacency,
    borderline: edges.borderline.length,
    name: edges.name,
    by: { id: 'view', name: '', color: '#808080' },
    at: 0,
  };
}

/** Whether something of what a view showed has been changed since. The tool in the hand does not count. */
export function hasMoved(now: View, then: View): boolean {
  const fields = Object.keys(then) as (keyof View)[];
  return fields.some((field) => field !== 'tool' && now[field] !== then[field]);
}
