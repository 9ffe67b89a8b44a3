import type { SamplingRecipe } from '~/core/contracts/index.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import type { Context } from '../../context.ts';
import { requireConnectome } from './require-connectome.ts';
import { storedConnectome } from './stored-connectome.ts';

/** A recipe to start from. */
export async function recipeFor(ctx: Context, connectomeId: string): Promise<SamplingRecipe> {
  const { connectome } = await requireConnectome(ctx, connectomeId);
  return defaultRecipe(await storedConnectome(ctx.services, connectome.sha256));
}
