'use client';
import { useEffect, useRef, useState } from 'react';
import type { Camera, Viewport } from './camera.ts';
import { canvasPoints } from './canvas-points.ts';
import type { PointCloud, PointPainter } from './point-cloud.ts';
import { webglPoints } from './webgl-points.ts';

type Props = { cloud: PointCloud; camera: Camera; viewport: Viewport };

/** The circuits as points. A lost context is rebuilt when the browser gives it back; without WebGL2 a 2D canvas draws. */
export function PointLayer({ cloud, camera, viewport }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const [painter, setPainter] = useState<PointPainter | null>(null);
  const [fallback, setFallback] = useState(false);

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    let made: PointPainter | null = null;
    const make = () => {
      made = fallback ? canvasPoints(canvas) : webglPoints(canvas);
      if (made || fallback) setPainter(made);
      else setFallback(true);
    };
    const lost = (event: Event) => {
      event.preventDefault(); // without this the browser never restores it
      made = null;
      setPainter(null);
    };
    canvas.addEventListener('webglcontextlost', lost);
    canvas.addEventListener('webglcontextrestored', make);
    make();
    return () => {
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', make);
      made?.dispose();
      setPainter(null);
    };
  }, [fallback]);

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
    <canvas
      key={fallback ? '2d' : 'webgl'}
      ref={ref}
      aria-hidden
      data-painter={painter?.kind ?? 'none'}
      className="absolute inset-0 block size-full"
    />
  );
}
