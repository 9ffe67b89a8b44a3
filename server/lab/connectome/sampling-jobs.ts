import { z } from 'zod';
import { corpusHeader, samplingPreview, samplingRecipe } from '~/core/contracts/index.ts';

/** What the sampling thread is asked; `file` is the path of connectome.safetensors. */
export const samplingJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recipe'), file: z.string(), size: z.int().optional() }),
  z.object({
    kind: z.literal('preview'),
    file: z.string(),
    recipe: samplingRecipe,
    about: corpusHeader.shape.connectome,
  }),
]);
export type SamplingJob = z.infer<typeof samplingJob>;

export const samplingAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recipe'), recipe: samplingRecipe }),
  z.object({ kind: z.literal('preview'), preview: samplingPreview }),
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);
export type SamplingAnswer = z.infer<typeof samplingAnswer>;
