import { z } from 'zod';
import { seed } from './ids.ts';

/** Keep a neuron only when the comparison holds; degrees are those of the whole connectome. */
export const neuronFilter = z.discriminatedUnion('op', [
  z.object({ field: z.string(), op: z.literal('is'), value: z.string() }),
  z.object({ field: z.string(), op: z.literal('is not'), value: z.string() }),
  z.object({ field: z.string(), op: z.literal('at most'), value: z.number() }),
  z.object({ field: z.string(), op: z.literal('at least'), value: z.number() }),
]);
export type NeuronFilter = z.infer<typeof neuronFilter>;

/** Everything that decides which neurons make which circuit. The same recipe and connectome give the same corpus. */
export const samplingRecipe = z.object({
  size: z.int().min(16).max(256).describe('neurons in a circuit, N'),
  method: z.enum(['nearest', 'neighbourhood']).describe('nearest somata, or graph neighbourhood'),
  filters: z.array(neuronFilter).max(32),
  jitterUm: z.number().min(0).describe('standard deviation of the centre around a random soma, µm'),
  spreads: z
    .array(z.number().min(1).max(16))
    .min(1)
    .max(8)
    .describe('draw among the nearest spread x N somata'),
  degreePowers: z.array(z.number()).min(1).describe('weights (degree + 1)^power'),
  minConnectionsPerNeuron: z
    .number()
    .min(0)
    .describe('circuits with fewer connections are redrawn'),
  folds: z.object({
    axis: z.enum(['x', 'y', 'z']).describe('slabs are cut across this axis'),
    slabs: z.int().min(3).max(64),
    pattern: z
      .array(z.enum(['train', 'validation', 'test']))
      .describe('fold of each slab, in order along the axis'),
    gapUm: z
      .number()
      .min(0)
      .describe('neurons closer than half of this to a cut belong to no fold'),
  }),
  counts: z.object({
    train: z.int().min(1),
    validation: z.int().min(1),
    test: z.int().min(1),
  }),
  seed,
});
export type SamplingRecipe = z.infer<typeof samplingRecipe>;

export const foldNames = ['gap', 'train', 'validation', 'test'] as const;
export type FoldName = (typeof foldNames)[number];
