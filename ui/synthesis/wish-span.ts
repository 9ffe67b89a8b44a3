import { metricIds } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { spansOf, type WishId } from '~/core/synthesis/index.ts';
import type { MemorySpan } from './synthesis-client.ts';

/** What the training circuits span; NaN where that is not known. */
export type SpanOf = (id: WishId) => { readonly least: number; readonly greatest: number };

const unknown = { least: Number.NaN, greatest: Number.NaN };

export function spanOf(map: LatentMap, memory: MemorySpan | null): SpanOf {
  const { least, greatest } = spansOf(map);
  return (id) => {
    if (id === 'memory') return memory ?? unknown;
    const column = metricIds.indexOf(id);
    return { least: least[column] ?? 0, greatest: greatest[column] ?? 0 };
  };
}
