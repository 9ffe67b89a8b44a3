'use client';
import { useEffect, useRef, useState } from 'react';
import type { Camera, Viewport } from './camera.ts';
import { canvasPoints } from './canvas-points.ts';
import type { PointCloud, PointPainter } from './point-cloud.ts';
import { webglPoints } from './webgl-points.ts';

type Props = { cloud: PointCloud; camera: Camera; viewport: Viewport };

/** A driver that takes the context away again and again is left alone after so many. */
const mostLosses = 3;

/** The circuits as points. A lost context is replaced by a fresh canvas; without WebGL2, or where it does not stay, a 2D canvas draws. */
export function PointLayer({ cloud, camera, viewport }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const [painter, setPainter] = useState<PointPainter | null>(null);
  const [losses, setLosses] = useState(0);
  const [refused, setRefused] = useState(false);
  const flat = refused || losses > mostLosses;

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const made = flat ? canvasPoints(canvas) : webglPoints(canvas);
    if (made || flat) setPainter(made);
    else setRefused(true);
    const lost = () => setLosses((count) => count + 1);
    canvas.addEventListener('webglcontextlost', lost);
    return () => {
      canvas.removeEventListener('webglcontextlost', lost);
      made?.dispose();
      setPainter(null);
    };
  }, [flat, losses]);

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas || !painter) return;
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio || 1;
      const [width, height] = [viewport.width * ratio, viewport.height * ratio].map(Math.round);
      if (canvas.width !== width) canvas.width = width ?? 0; // setting it clears, so only when it changes
      if (canvas.height !== height) canvas.height = height ?? 0;
      painter.load(cloud);
      painter.draw(camera, viewport, ratio);
    });
    return () => cancelAnimationFrame(frame);
  }, [painter, cloud, camera, viewport]);

  return (
    <>
      <canvas
        key={flat ? '2d' : `webgl ${losses}`}
        ref={ref}
        aria-hidden
        data-painter={painter?.kind ?? 'none'}
        className="absolute inset-0 block size-full"
      />
      {flat && (
        <p className="pointer-events-none absolute bottom-8 left-8 rounded bg-surface/85 px-1 text-12 text-ink-2">
          Drawn without WebGL, which this browser does not give.
        </p>
      )}
    </>
  );
}
