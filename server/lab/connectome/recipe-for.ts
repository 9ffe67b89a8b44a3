import type { SamplingRecipe } from '~/core/contracts/index.ts';
import type { Context } from '../../context.ts';
import { askSampling } from './ask-sampling.ts';
import { requireConnectome } from './require-connectome.ts';

/** A recipe to start from, for circuits of `size` neurons, or fewer where the connectome is smaller. */
export async function recipeFor(
  ctx: Context,
  { connectomeId, size }: { connectomeId: string; size?: number | undefined },
  signal?: AbortSignal,
): Promise<SamplingRecipe> {
  const { connectome } = await requireConnectome(ctx, connectomeId);
  const job = { kind: 'recipe' as const, size };
  const answer = await askSampling(ctx.services, connectome.sha256, job, signal);
  if (answer.kind !== 'recipe') throw new Error('The sampling thread answered something else.');
  return answer.recipe;
}
