'use client';
import { useQuery } from '@tanstack/react-query';
import { count } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** What becomes of self-connections, where the connectome has any. */
export function SelfConnections({ connectomeId }: { connectomeId: string }) {
  const { data } = useQuery(
    useTRPC().connectome.get.queryOptions({ connectomeId }, { staleTime: Infinity }),
  );
  const found = data?.statistics.selfConnections ?? 0;
  if (found === 0) return null;
  return (
    <p className="mb-4 max-w-prose text-13 text-ink-2">
      The connectome has {count(found)} self-connections. The model learns them, one chance a
      neuron, and the map and the decoded circuit show them; AUC, AP and the metrics leave them out,
      and the decoded individuals below are drawn without.
    </p>
  );
}
