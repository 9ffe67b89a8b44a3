'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Canvas, classColour, fitBox, type Draw } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Somata by depth, or without positions the histogram of out-degrees: small, and true. */
export function ConnectomePicture({ connectomeId }: { connectomeId: string }) {
  const statistics = useQuery(useTRPC().connectome.get.queryOptions({ connectomeId })).data
    ?.statistics;
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      if (!statistics) return;
      const { soma, outDegree } = statistics;
      const pad = 3;
      const box = fitBox(soma, width, height, { left: pad, right: pad, top: pad, bottom: pad });
      for (const s of soma) {
        context.fillStyle = classColour(s.class, tokens);
        context.fillRect(box.toX(s.x), box.toY(s.y), 1, 1);
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
