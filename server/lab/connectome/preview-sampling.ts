import { TRPCError } from '@trpc/server';
import type { SamplingPreview, SamplingRecipe } from '~/core/contracts/index.ts';
import { samplingPreview } from '~/core/sampling/preview.ts';
import { SamplingError } from '~/core/sampling/sampling-error.ts';
import type { Context } from '../../context.ts';
import { requireConnectome } from './require-connectome.ts';
import { storedConnectome } from './stored-connectome.ts';

/**
 * Folds and first circuits of a recipe, exactly those a run would draw.
 * @throws TRPCError BAD_REQUEST when the recipe does not fit the connectome
 */
export async function previewSampling(
  ctx: Context,
  { connectomeId, recipe }: { connectomeId: string; recipe: SamplingRecipe },
): Promise<SamplingPreview> {
  const { connectome } = await requireConnectome(ctx, connectomeId);
  const { name, sha256, isModel } = connectome;
  const data = await storedConnectome(ctx.services, sha256);
  try {
    return samplingPreview(data, recipe, { name, sha256, isModel });
  } catch (error) {
    if (!(error instanceof SamplingError)) throw error;
    throw new TRPCError({ code: 'BAD_REQUEST', message: error.message, cause: error });
  }
}
