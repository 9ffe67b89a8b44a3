import { useEffect, useMemo, useRef, useState } from 'react';
import type { Plane } from '~/core/contracts/index.ts';
import type { Neuron } from '~/core/latent/index.ts';
import {
  batchOf,
  growTerrain,
  type Region,
  type Terrain,
  type TerrainPropertyId,
} from '~/core/terrain/index.ts';
import { createMeter, DecoderClosed, type Decoder, type Meter } from '~/ui/decode/index.ts';
import { toPlane } from '../camera.ts';
import type { MapFrame } from '../frame.ts';

/** What a terrain is of: a property of one individual over the neurons of one circuit. */
export interface TerrainSource {
  readonly property: TerrainPropertyId;
  readonly decoder: Pick<Decoder, 'decodeMany'>;
  readonly seed: number;
  readonly neurons: readonly Neuron[];
  /** f [n * F] */
  readonly conditions: Float32Array;
  readonly hasPositions: boolean;
}

type Grown = { source: TerrainSource; plane: Plane; terrain: Terrain | null; error: string | null };

/** A view that a hand is still moving is not worth its terrain, ms. */
const settled = 120;

/**
 * The terrain of what the map shows, growing from coarse to fine; null without a source. When the map is moved or zoomed
 * the old one stays where it belongs until the coarsest of the new one is there.
 */
export function useTerrain(frame: MapFrame | null, source: TerrainSource | null): Grown | null {
  const [grown, setGrown] = useState<Grown | null>(null);
  const plane = frame?.plane ?? null;
  const region = useRegion(frame);
  const meter = useRef<Meter | null>(null);
  const off = source === null;

  useEffect(
    () => () => {
      meter.current?.dispose();
      meter.current = null;
    },
    [off],
  );

  useEffect(() => {
    if (!source || !plane || !region) return;
    let wanted = true;
    const begin = setTimeout(() => {
      const { valuesOf } = (meter.current ??= createMeter());
      const { decoder, seed, conditions, property } = source;
      const n = source.neurons.length;
      const known = knownOf(source);
      growTerrain({
        plane,
        region,
        batch: batchOf(n),
        decode: (places) =>
          decoder.decodeMany({ places: places.map((z) => ({ z, seed })), n, conditions }),
        measure: (circuits) =>
          valuesOf(
            property,
            circuits.map(({ adjacency }) => ({ circuit: { n, adjacency }, ...known })),
          ),
        told: (terrain) => setGrown({ source, plane, terrain, error: null }),
        ended: () => !wanted,
      }).catch((error: unknown) => {
        if (wanted && !(error instanceof DecoderClosed))
          setGrown({ source, plane, terrain: null, error: wordsOf(error) });
      });
    }, settled);
    return () => {
      wanted = false;
      clearTimeout(begin);
    };
  }, [source, plane, region]);

  return source && grown?.source === source && grown.plane === plane ? grown : null;
}

/** The stretch of the plane in sight; the same object while it is the same. */
function useRegion(frame: MapFrame | null): Region | null {
  const { camera, viewport } = frame ?? {};
  return useMemo(() => {
    if (!camera || !viewport) return null;
    const [left, high] = toPlane(camera, viewport, [0, 0]);
    const [right, low] = toPlane(camera, viewport, [viewport.width, viewport.height]);
    return { left, right, low, high };
  }, [camera, viewport]);
}

/** What is known of the neurons, as far as the property asks for it. */
function knownOf({ neurons, hasPositions }: TerrainSource) {
  return {
    positions: hasPositions ? neurons.flatMap(({ x, y, z }) => [x, y, z]) : undefined,
    classes: neurons.map((neuron) => neuron.class),
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The terrain could not be decoded.';
}
