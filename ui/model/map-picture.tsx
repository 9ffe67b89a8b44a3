'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { foldNames } from '~/core/contracts/index.ts';
import { Canvas, type Draw } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useMapPoints } from './use-map-points.ts';

type Props = { modelId: string; className?: string };

const farthest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);

/** The circuits of a model on its first two principal components, coloured by fold. */
export function MapPicture({ modelId, className = 'size-full' }: Props) {
  const model = useQuery(useTRPC().model.get.queryOptions({ modelId })).data;
  const points = useMapPoints(model).data;
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      if (!points) return;
      const { x, y, fold } = points;
      const reach = Math.max(farthest(x), farthest(y));
      const scale = (Math.min(width, height) / 2 - 4) / reach;
      const size = width > 200 ? 2 : 1.2;
      context.globalAlpha = 0.8;
      for (let k = 0; k < x.length; k += 1) {
        const name = foldNames[fold[k] ?? 0] ?? 'gap';
        context.fillStyle = name === 'train' ? tokens['ink-3'] : tokens[`fold-${name}`];
        const left = width / 2 + (x[k] ?? 0) * scale;
        const top = height / 2 - (y[k] ?? 0) * scale;
        context.fillRect(left - size / 2, top - size / 2, size, size);
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
