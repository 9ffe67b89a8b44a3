'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Canvas, classColour, type Draw } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Somata by depth, or without positions the histogram of out-degrees: small, and true. */
export function ConnectomePicture({ connectomeId }: { connectomeId: string }) {
  const statistics = useQuery(useTRPC().connectome.get.queryOptions({ connectomeId })).data
    ?.statistics;
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      if (!statistics) return;
      const { soma, extentUm, outDegree } = statistics;
      const [x0 = 0, y0 = 0] = extentUm?.min ?? [];
      const [x1 = 1, y1 = 1] = extentUm?.max ?? [];
      for (const s of soma) {
        context.fillStyle = classColour(s.class, tokens);
        const x = 3 + ((s.x - x0) / (x1 - x0 || 1)) * (width - 6);
        const y = 3 + ((s.y - y0) / (y1 - y0 || 1)) * (height - 6);
        context.fillRect(x, y, 1, 1);
      }
      if (soma.length > 0) return;
      const top = Math.max(1, ...outDegree.counts);
      const bar = (width - 8) / outDegree.counts.length;
      context.fillStyle = tokens['line-strong'];
      outDegree.counts.forEach((value, index) => {
        const tall = (value / top) * (height - 8);
        context.fillRect(4 + index * bar, height - 4 - tall, Math.max(1, bar - 1), tall);
      });
    },
    [statistics],
  );
  return (
    <Canvas
      label={statistics?.soma.length ? 'Somata by depth' : 'Histogram of out-degrees'}
      draw={draw}
      className="size-full"
    />
  );
}
