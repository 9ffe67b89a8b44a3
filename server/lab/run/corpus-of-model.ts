import { TRPCError } from '@trpc/server';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { Services } from '~/server/services.ts';
import { storeCorpus } from './store-corpus.ts';

/**
 * The corpus a model was trained on, cut again where this server never had it (a model that came as files).
 * @throws TRPCError BAD_REQUEST when the connectome is not here any more, or gives another corpus
 */
export async function corpusOfModel(
  services: Pick<Services, 'storage'>,
  { recipe }: ModelManifest,
): Promise<string> {
  const { storage } = services;
  if (await storage.has(recipe.corpusSha256)) return recipe.corpusSha256;
  const refuse = (why: string) =>
    new TRPCError({
      code: 'BAD_REQUEST',
      message: `The corpus of this model is not here: ${why}.`,
    });
  const { connectome, recipe: sampling, weight } = recipe.corpus;
  if (!(await storage.has(connectome.sha256))) throw refuse('nor is its connectome');
  const made = await storeCorpus(services, sampling, connectome, weight !== undefined);
  if (made !== recipe.corpusSha256) throw refuse('its recipe gives another one today');
  return made;
}
