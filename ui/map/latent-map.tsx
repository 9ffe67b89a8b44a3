'use client';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import type { ModelManifest, Plane } from '~/core/contracts/index.ts';
import {
  placeOf as latentOf,
  project,
  unproject,
  type LatentMap as Data,
} from '~/core/latent/index.ts';
import { fit, scaleOf, settled, toPlane, type Camera, type Point } from './camera.ts';
import type { ColourBy } from './colouring.ts';
import { CommentMarks, type MapMark } from './comment-marks.tsx';
import { latentAt, type MapFrame } from './frame.ts';
import type { Wish } from './gesture.ts';
import { nearest } from './hit-grid.ts';
import { HoveredCircuit } from './hovered-circuit.tsx';
import { keyHelp, keyWish } from './keys.ts';
import { MapLayers } from './map-layers.tsx';
import type { MapPerson } from './layers/people.tsx';
import type { MapPin } from './layers/pins.tsx';
import { MapLegend } from './map-legend.tsx';
import { PointLayer } from './point-layer.tsx';
import { inside } from './region.ts';
import { SelectionPanel } from './selection-panel.tsx';
import type { Tool } from './tools.ts';
import { useGestures } from './use-gestures.ts';
import { usePointer } from './use-pointer.ts';
import { usePointCloud } from './use-point-cloud.ts';
import type { Pointing } from './use-trails.ts';
import { useViewport } from './use-viewport.ts';
import { colourLabel } from './colour-options.ts';
import { TerrainLayer } from './terrain/terrain-layer.tsx';
import { TerrainLegend } from './terrain/terrain-legend.tsx';
import type { TerrainSource } from './terrain/use-terrain.ts';
import { useTerrainPicture } from './terrain/use-terrain-picture.ts';

export interface LatentMapProps {
  readonly map: Data;
  readonly prior: ModelManifest['prior'];
  readonly plane: Plane;
  /** null: everything is shown. */
  readonly camera: Camera | null;
  readonly colourBy: ColourBy;
  readonly tool: Tool;
  readonly probe: readonly number[];
  readonly opened: number | null;
  readonly selection: Uint32Array | null;
  /** Circuits that stand out, such as those that hold a chosen neuron. */
  readonly marked?: Uint32Array | null;
  /** What the ground shows; null: nothing. */
  readonly terrain?: TerrainSource | null;
  readonly people?: readonly MapPerson[];
  readonly pins?: readonly MapPin[];
  /** Places in order, drawn as a line with a dot at each. */
  readonly path?: readonly (readonly number[])[] | null;
  /** What is said of places and regions. */
  readonly marks?: readonly MapMark[];
  /** The mark whose thread is open. */
  readonly mark?: string | null;
  readonly onMark?: (id: string) => void;
  /** Begins to say something of the selected region. */
  readonly onComment?: (() => void) | null;
  readonly onCamera: (camera: Camera | null) => void;
  readonly onProbe: (z: number[], settled: boolean) => void;
  /** Where my pointer is, and whether I show it on purpose; where nobody gets to know, there is no pointing. */
  readonly onCursor?: (z: number[] | null, pointing: boolean) => void;
  /** The colour in which others see me. */
  readonly myColour?: string | undefined;
  readonly onOpen: (circuit: number) => void;
  /** With the corners of what was drawn, as places of latent space. */
  readonly onSelect: (
    selection: Uint32Array | null,
    corners: readonly (readonly number[])[] | null,
  ) => void;
  readonly onTool: (tool: Tool) => void;
  /** The camera in use, also while everything is shown. */
  readonly onShown?: (camera: Camera) => void;
}

const noMarks: readonly MapMark[] = [];
const reach = 7; // pixels around the pointer in which a circuit is hit

/** The latent map: observed circuits as points, my probe and everyone else's above them. */
export function LatentMap(props: LatentMapProps) {
  const { map, plane, probe, tool, onCamera, onProbe, onCursor, onOpen, onSelect, onTool } = props;
  const marks = props.marks ?? noMarks;
  const element = useRef<HTMLDivElement>(null);
  const help = useId();
  const viewport = useViewport(element);
  const { cloud, grid, colours, measured } = usePointCloud(
    map,
    plane,
    props.colourBy,
    props.selection,
    props.marked ?? null,
  );
  const [hovered, setHovered] = useState<{ at: Point; circuit: number } | null>(null);
  const { coordinates } = cloud;
  const frame = useMemo<MapFrame | null>(
    () =>
      viewport && {
        ...{ plane, viewport },
        camera: props.camera ? settled(props.camera, viewport) : fit(coordinates, viewport),
      },
    [plane, viewport, props.camera, coordinates],
  );

  const ground = useTerrainPicture(frame, props.terrain ?? null, props.colourBy, colours);

  const { onShown } = props;
  useEffect(() => {
    if (!frame) return;
    const { width, height } = frame.viewport;
    onShown?.({ ...frame.camera, ratio: width / height });
  }, [frame, onShown]);

  const circuitAt = (pixel: Point): number | null => {
    if (!frame) return null;
    const [s, t] = toPlane(frame.camera, frame.viewport, pixel);
    return nearest(grid, s, t, reach / scaleOf(frame.camera, frame.viewport));
  };
  const onWish = useCallback(
    (wish: Wish) => {
      if (!frame) return;
      if (wish.kind === 'camera') onCamera(wish.camera);
      else if (wish.kind === 'probe') onProbe(latentAt(frame, wish.pixel), wish.settled);
      else if (wish.kind === 'open') onOpen(wish.circuit);
      else
        onSelect(
          inside(wish.corners, coordinates),
          wish.corners.map(([s, t]) => unproject(frame.plane, s, t)),
        );
    },
    [frame, onCamera, onProbe, onOpen, onSelect, coordinates],
  );
  const { show, letGo, pointed } = usePointer(tool, onCursor);
  const onHover = (pixel: Point | null, shift: boolean) => {
    if (!frame || !pixel) {
      setHovered(null);
      show(null, false);
      return;
    }
    const circuit = circuitAt(pixel);
    setHovered(circuit === null ? null : { at: pixel, circuit });
    show(latentAt(frame, pixel), shift);
  };
  const gestures = useGestures({ element, frame, tool, circuitAt, wish: onWish, hover: onHover });

  const onKeyDown = (event: KeyboardEvent) => {
    const wish = frame && keyWish(event, frame.camera, frame.viewport);
    if (!wish) return;
    event.preventDefault();
    const leads = tool === 'point' ? (pointed ?? probe) : probe;
    const [s, t] = project(plane, leads);
    if (wish.kind === 'step' && tool === 'point')
      show(unproject(plane, s + wish.by[0], t + wish.by[1]), false, true);
    else if (wish.kind === 'step') onProbe(unproject(plane, s + wish.by[0], t + wish.by[1]), true);
    else if (wish.kind === 'camera') onCamera(wish.camera);
    else if (wish.kind === 'tool') {
      if (wish.tool !== 'point' || onCursor) onTool(wish.tool);
    } else if (wish.kind === 'clear') {
      letGo();
      onSelect(null, null);
    } else {
      const circuit = nearest(grid, s, t, Infinity);
      if (circuit !== null) onOpen(circuit);
    }
  };

  // an application to assistive technology: it takes the keys itself and says which in its description
  const surface = {
    role: 'application',
    tabIndex: 0,
    onKeyDown,
    onBlur: letGo,
    ...gestures.handlers,
  };
  const pointing = useMemo<Pointing[]>(
    () => [
      ...(props.people ?? []).flatMap(({ clientId, color, cursor, pointing: on }) =>
        on && cursor ? [{ key: String(clientId), color, z: cursor }] : [],
      ),
      ...(pointed ? [{ key: 'me', color: props.myColour ?? 'var(--ink)', z: pointed }] : []),
    ],
    [props.people, pointed, props.myColour],
  );
  const shown = gestures.dragging ? null : hovered;
  return (
    <div className="relative size-full min-h-0 overflow-hidden bg-surface">
      <div
        ref={element}
        aria-label={`Latent map: ${map.circuits} circuits on ${plane.label.join(' and ')}`}
        aria-describedby={help}
        data-testid="latent-map"
        data-marked={props.marked?.length ?? 0}
        className={`absolute inset-0 touch-none select-none outline-offset-[-2px] ${tool === 'pan' ? 'cursor-grab' : 'cursor-crosshair'}`}
        {...surface}
      >
        {frame && (
          <>
            {ground?.picture && <TerrainLayer frame={frame} {...ground.picture} />}
            <PointLayer cloud={cloud} camera={frame.camera} viewport={frame.viewport} />
            <MapLayers
              frame={frame}
              ground={ground?.picture ?? null}
              prior={props.prior}
              probe={probe}
              opened={props.opened === null ? null : latentOf(map, props.opened)}
              hovered={shown && latentOf(map, shown.circuit)}
              corners={gestures.corners}
              people={props.people ?? []}
              pins={props.pins ?? []}
              pointing={pointing}
              path={props.path ?? null}
              marks={marks}
              mark={props.mark ?? null}
            />
          </>
        )}
      </div>
      {frame && marks.length > 0 && props.onMark && (
        <CommentMarks
          frame={frame}
          marks={marks}
          current={props.mark ?? null}
          onMark={props.onMark}
        />
      )}
      <p id={help} className="sr-only">
        {keyHelp}
      </p>
      <MapLegend
        title={colourLabel(props.colourBy)}
        legend={colours.legend}
        ramp={colours.ramp}
        measured={measured}
        circuits={map.circuits}
      >
        {ground && <TerrainLegend {...ground.legend} />}
      </MapLegend>
      {frame && shown && (
        <HoveredCircuit map={map} circuit={shown.circuit} at={shown.at} viewport={frame.viewport} />
      )}
      {props.selection && (
        <SelectionPanel
          map={map}
          selection={props.selection}
          onClear={() => onSelect(null, null)}
          onComment={props.onComment ?? null}
        />
      )}
    </div>
  );
}
