'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { foldNames } from '~/core/contracts/index.ts';
import { Canvas, type Draw } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useMapPoints } from './use-map-points.ts';

type Props = { modelId: string; className?: string };

/** Maps the range of values onto pixels: a picture shows the shape, each axis to its own range. */
function fitted(values: Float64Array, from: number, to: number): (value: number) => number {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** The circuits of a model on its first two principal components, coloured by fold. */
export function MapPicture({ modelId, className = 'size-full' }: Props) {
  const model = useQuery(useTRPC().model.get.queryOptions({ modelId })).data;
  const points = useMapPoints(model).data;
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      if (!points) return;
      const { x, y, fold } = points;
      const toX = fitted(x, 4, width - 4);
      const toY = fitted(y, height - 4, 4);
      const size = width > 200 ? 2 : 1.2;
      context.globalAlpha = 0.8;
      for (let k = 0; k < x.length; k += 1) {
        const name = foldNames[fold[k] ?? 0] ?? 'gap';
        context.fillStyle = name === 'train' ? tokens['ink-3'] : tokens[`fold-${name}`];
        context.fillRect(toX(x[k] ?? 0) - size / 2, toY(y[k] ?? 0) - size / 2, size, size);
      }
      context.globalAlpha = 1;
    },
    [points],
  );
  return (
    <Canvas
      label={
        model
          ? `${model.circuits} circuits on the first two principal components`
          : 'Map, not loaded yet'
      }
      draw={draw}
      className={className}
    />
  );
}
