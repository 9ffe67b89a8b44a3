'use client';
import { memo, useEffect, useMemo, useRef } from 'react';
import { pointsASide, type Terrain } from '~/core/terrain/index.ts';
import { scaleOf, toScreen, type Point } from '../camera.ts';
import type { MapFrame } from '../frame.ts';
import type { MetricScale } from '../metric-scale.ts';
import type { ContourLine } from './contour-lines.ts';

interface Props {
  readonly frame: MapFrame;
  readonly terrain: Terrain;
  readonly scale: MetricScale;
  readonly ramp: Uint8Array;
  readonly lines: readonly ContourLine[];
}

/** A property as a field of colour below the points, with its contour lines. */
export const TerrainLayer = memo(function TerrainLayer(props: Props) {
  const { frame, terrain, scale, ramp, lines } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const { camera, viewport } = frame;
  const picture = useMemo(() => pictureOf(terrain, scale, ramp), [terrain, scale, ramp]);
  const paths = useMemo(
    () => lines.map(({ level, runs }) => ({ level, d: pathOf(runs) })),
    [lines],
  );
  const k = scaleOf(camera, viewport);
  const [x, y] = toScreen(camera, viewport, [0, 0]);

  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(viewport.width * ratio);
    canvas.height = Math.round(viewport.height * ratio);
    const { left, right, low, high } = terrain.region;
    const [x0, y0] = toScreen(camera, viewport, [left, high]);
    const [x1, y1] = toScreen(camera, viewport, [right, low]);
    // the centres of the picture's pixels are the corners of the cells, so it reaches half a cell further
    const [dx, dy] = [(x1 - x0) / terrain.cells / 2, (y1 - y0) / terrain.cells / 2];
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.beginPath();
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip();
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, x0 - dx, y0 - dy, x1 - x0 + 2 * dx, y1 - y0 + 2 * dy);
  }, [picture, terrain, camera, viewport]);

  return (
    <>
      <canvas
        ref={ref}
        aria-hidden
        data-testid="terrain"
        data-cells={terrain.cells}
        className="pointer-events-none absolute inset-0 block size-full opacity-55"
      />
      <svg
        aria-hidden
        width={viewport.width}
        height={viewport.height}
        className="pointer-events-none absolute inset-0"
      >
        {/* drawn once in plane units; the camera only moves them */}
        <g transform={`matrix(${k} 0 0 ${-k} ${x} ${y})`}>
          {paths.map(({ level, d }) => (
            <path
              key={level}
              d={d}
              className="fill-none stroke-ink"
              strokeOpacity={0.45}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
      </svg>
    </>
  );
});

/** Runs of places as one path, in plane units. */
function pathOf(runs: ContourLine['runs']): string {
  const corner = (place: Point) => place.map((at) => at.toFixed(5)).join(' ');
  return runs.map((run) => `M${run.map(corner).join('L')}`).join('');
}

/** One pixel for each point of the grid; what is not defined is left out. */
function pictureOf(terrain: Terrain, scale: MetricScale, ramp: Uint8Array): HTMLCanvasElement {
  const side = pointsASide(terrain.cells);
  const picture = document.createElement('canvas');
  picture.width = picture.height = side;
  const pixels = new ImageData(side, side);
  terrain.values.forEach((value, k) => {
    const place = scale.place(value);
    if (place < 0) return;
    const from = 4 * Math.round(place * 255);
    pixels.data.set(ramp.subarray(from, from + 4), 4 * k);
  });
  picture.getContext('2d')?.putImageData(pixels, 0, 0);
  return picture;
}
