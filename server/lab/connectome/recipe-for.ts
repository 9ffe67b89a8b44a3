import type { SamplingRecipe } from '~/core/contracts/index.ts';
import type { Context } from '../../context.ts';
import { askSampling } from './ask-sampling.ts';
import { requireConnectome } from './require-connectome.ts';

/** A recipe to start from. */
export async function recipeFor(
  ctx: Context,
  connectomeId: string,
  signal?: AbortSignal,
): Promise<SamplingRecipe> {
  const { connectome } = await requireConnectome(ctx, connectomeId);
  const answer = await askSampling(ctx.services, connectome.sha256, { kind: 'recipe' }, signal);
  if (answer.kind !== 'recipe') throw new Error('The sampling thread answered something else.');
  return answer.recipe;
}
