import type { SamplingPreview, SamplingRecipe } from '~/core/contracts/index.ts';
import type { Context } from '../../context.ts';
import { askSampling } from './ask-sampling.ts';
import { requireConnectome } from './require-connectome.ts';

/**
 * Folds and first circuits of a recipe, exactly those a run would draw.
 *
 * @param signal of the request
 * @throws TRPCError BAD_REQUEST when the recipe does not fit the connectome
 */
export async function previewSampling(
  ctx: Context,
  { connectomeId, recipe }: { connectomeId: string; recipe: SamplingRecipe },
  signal?: AbortSignal,
): Promise<SamplingPreview> {
  const { connectome } = await requireConnectome(ctx, connectomeId);
  const { name, sha256, isModel } = connectome;
  const about = { name, sha256, isModel };
  const answer = await askSampling(
    ctx.services,
    sha256,
    { kind: 'preview', recipe, about },
    signal,
  );
  if (answer.kind !== 'preview') throw new Error('The sampling thread answered something else.');
  return answer.preview;
}
