'use client';
import { memo, useCallback, useMemo, type ReactNode } from 'react';
import { thinned } from '~/core/comments/index.ts';
import type { ModelManifest, Plane } from '~/core/contracts/index.ts';
import { placeOf, project, unproject, type LatentMap as MapFile } from '~/core/latent/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import {
  LatentMap,
  MapToolbar,
  through,
  type Camera,
  type ColourBy,
  type Ground,
  type MapMark,
  type MapPerson,
  type MapPin,
  type TerrainSource,
  type Tool,
} from '~/ui/map/index.ts';
import { circuitsHolding } from './circuits-holding.ts';
import type { View, ViewAction } from './view.ts';
import { wiringOf } from './wiring.ts';

type Props = {
  manifest: ModelManifest;
  map: MapFile;
  /** null while it opens. */
  decoder: Decoder | null;
  view: View;
  act: (action: ViewAction) => void;
  people?: readonly MapPerson[];
  pins?: readonly MapPin[];
  path?: readonly (readonly number[])[] | null;
  marks?: readonly MapMark[];
  mark?: string | null;
  onMark?: (id: string) => void;
  onComment?: (() => void) | null;
  onCursor?: (z: number[] | null, pointing: boolean) => void;
  myColour?: string | undefined;
  onShown?: (camera: Camera) => void;
  /** Puts something around the map itself, such as the frame of following. */
  around?: (map: ReactNode) => ReactNode;
};

/** The map with its tools. */
export function MapColumn({ manifest, map, decoder, view, act, around, ...others }: Props) {
  const selection = useMemo(
    () => view.selection && Uint32Array.from(view.selection),
    [view.selection],
  );
  const { conditions } = view.probe;
  const marked = useMemo(
    () => circuitsHolding(map, conditions, view.neurons),
    [map, conditions, view.neurons],
  );
  const { ground } = view;
  const { seed } = view.probe;
  const terrain = useMemo<TerrainSource | null>(() => {
    if (!ground.shown || !decoder) return null;
    const { neurons, conditions: f } = wiringOf(map, conditions, manifest);
    const { hasPositions } = manifest;
    return { property: ground.property, decoder, seed, neurons, conditions: f, hasPositions };
  }, [ground, decoder, map, conditions, seed, manifest]);
  const onCamera = useCallback((camera: Camera | null) => act(set({ camera })), [act]);
  const onProbe = useCallback((z: number[]) => act({ type: 'probe', probe: { z } }), [act]);
  const onOpen = useCallback(
    (circuit: number) => act({ type: 'open', circuit, z: placeOf(map, circuit) }),
    [act, map],
  );
  const onSelect = useCallback(
    (chosen: Uint32Array | null, corners: readonly (readonly number[])[] | null) =>
      act(set({ selection: chosen && [...chosen], region: regionOf(corners) })),
    [act],
  );
  const onTool = useCallback((tool: Tool) => act(set({ tool })), [act]);
  const onPlane = useCallback((plane: Plane) => act({ type: 'plane', plane }), [act]);
  const onColourBy = useCallback((colourBy: ColourBy) => act(set({ colourBy })), [act]);
  const onGround = useCallback((to: Ground) => act(set({ ground: to })), [act]);
  const onFit = useCallback(() => act(set({ camera: null })), [act]);
  const drawn = (
    <LatentMap
      map={map}
      prior={manifest.prior}
      plane={view.plane}
      camera={view.camera}
      colourBy={view.colourBy}
      tool={view.tool}
      terrain={terrain}
      probe={view.probe.z}
      opened={view.opened}
      selection={selection}
      marked={marked}
      onCamera={onCamera}
      onProbe={onProbe}
      onOpen={onOpen}
      onSelect={onSelect}
      onTool={onTool}
      {...others}
    />
  );
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col">
      <div className="border-b border-line px-2 py-1">
        <Toolbar
          model={manifest}
          plane={view.plane}
          colourBy={view.colourBy}
          ground={ground}
          tool={view.tool}
          alone={!others.onCursor}
          onPlane={onPlane}
          onColourBy={onColourBy}
          onGround={onGround}
          onTool={onTool}
          onFit={onFit}
          onThrough={
            liesIn(view.plane, view.probe.z)
              ? null // while the probe is dragged, so that the tools are not rendered anew
              : () => act({ type: 'plane', plane: through(view.plane, view.probe.z) })
          }
        />
      </div>
      <div className="min-h-0 flex-1">{around ? around(drawn) : drawn}</div>
    </div>
  );
}

/** Its lists are heavy, and a probe that moves changes none of them. */
const Toolbar = memo(MapToolbar);

/** A click of the lasso draws no region. */
function regionOf(corners: readonly (readonly number[])[] | null) {
  return corners && corners.length > 2 ? thinned(corners) : null;
}

const set = (fields: Extract<ViewAction, { type: 'set' }>['fields']): ViewAction => ({
  type: 'set',
  fields,
});

/** Whether the plane holds z, to the fourth decimal. */
function liesIn(plane: Plane, z: readonly number[]): boolean {
  const nearest = unproject(plane, ...project(plane, z));
  return nearest.every((value, d) => Math.abs(value - (z[d] ?? 0)) < 2e-4);
}
