import { z } from 'zod';
import { seed } from './ids.ts';
import { storable } from './text.ts';
import { wholeWithin, within } from './within.ts';

const field = storable();
const cell = storable();

/** Keep a neuron only when the comparison holds; degrees are those of the whole connectome. */
export const neuronFilter = z.discriminatedUnion('op', [
  z.object({ field, op: z.literal('is'), value: cell }),
  z.object({ field, op: z.literal('is not'), value: cell }),
  z.object({ field, op: z.literal('at most'), value: z.number() }),
  z.object({ field, op: z.literal('at least'), value: z.number() }),
]);
export type NeuronFilter = z.infer<typeof neuronFilter>;

const axis = z.enum(['x', 'y', 'z']);
const foldOfPart = z.enum(['train', 'validation', 'test']);

const slabFolds = z.object({
  kind: z.literal('slabs').optional().describe('left out in recipes older than blocks'),
  axis: axis.describe('slabs are cut across this axis'),
  slabs: z.int().min(3).max(64),
  pattern: z.array(foldOfPart).describe('fold of each slab, in order along the axis'),
  gapUm: z.number().min(0).describe('neurons closer than half of this to a cut belong to no fold'),
});
export type SlabFolds = z.infer<typeof slabFolds>;

const partsAcross = z.int().min(1).max(16);
const blockFolds = z.object({
  kind: z.literal('blocks'),
  axes: z.tuple([axis, axis]).describe('blocks are cut across these two axes, first the first'),
  across: z.tuple([partsAcross, partsAcross]).describe('columns across the first, blocks a column'),
  pattern: z.array(foldOfPart).max(256).describe('fold of each block, column by column'),
  gapUm: z
    .number()
    .min(0)
    .describe('neurons closer than half of this to a block of another fold belong to no fold'),
});
export type BlockFolds = z.infer<typeof blockFolds>;

/** How the tissue is cut into folds. */
const folds = z.discriminatedUnion('kind', [slabFolds, blockFolds]);
export type Folds = z.infer<typeof folds>;

/** Neurons in a circuit. */
const circuitSize = z.int().min(16).max(512);

/**
 * Everything that decides which neurons make which circuit. The same recipe and connectome give the same corpus.
 * This is how a recipe stands in runs, corpora and models; what may be asked for today is `samplingRecipe`.
 */
export const recordedRecipe = z.object({
  size: circuitSize.describe('neurons in a circuit, N; the map and the figures are of this size'),
  otherSizes: z
    .array(circuitSize)
    .min(1)
    .max(7)
    .optional()
    .describe('sizes the model is trained on as well, in turn; judged one by one'),
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
  folds,
  counts: z.object({
    train: z.int().min(1),
    validation: z.int().min(1),
    test: z.int().min(1),
  }),
  seed,
});
export type SamplingRecipe = z.infer<typeof recordedRecipe>;

const neurons = wholeWithin(16, 512, 'A circuit has 16 to 512 neurons.');

const circuits = (fold: string) =>
  wholeWithin(1, 200_000, `Ask for 1 to 200,000 circuits for ${fold}.`);

const gapUm = within(0, 10_000, 'The gap lies between 0 and 10,000 µm.');

/** A recipe that may be asked for. */
export const samplingRecipe = recordedRecipe
  .extend({
    size: neurons,
    otherSizes: z
      .array(neurons)
      .min(1, 'Name at least one other size, or leave them out.')
      .max(7, 'Name at most 7 other sizes.')
      .optional(),
    jitterUm: within(0, 10_000, 'The jitter lies between 0 and 10,000 µm.'),
    degreePowers: z
      .array(within(-4, 4, 'Each degree power lies between -4 and 4.'))
      .min(1, 'Give at least one degree power.')
      .max(8, 'Give at most 8 degree powers.'),
    folds: z.discriminatedUnion('kind', [
      slabFolds.extend({
        pattern: slabFolds.shape.pattern.max(64, 'Name at most 64 slabs.'),
        gapUm,
      }),
      blockFolds.extend({ gapUm }),
    ]),
    counts: z.object({
      train: circuits('training'),
      validation: circuits('validation'),
      test: circuits('test'),
    }),
  })
  .refine((recipe) => recipe.minConnectionsPerNeuron <= Math.min(...sizesOf(recipe)) - 1, {
    path: ['minConnectionsPerNeuron'],
    error: 'A neuron has at most N - 1 connections to the others of its circuit; ask for fewer.',
  })
  .refine((recipe) => new Set(sizesOf(recipe)).size === sizesOf(recipe).length, {
    path: ['otherSizes'],
    error: 'Name each size once, and not N itself again.',
  });

/** Sizes of a recipe's circuits: its own, then the others. */
export function sizesOf({ size, otherSizes }: Pick<SamplingRecipe, 'size' | 'otherSizes'>) {
  return [size, ...(otherSizes ?? [])];
}

/** Circuits of another size that each fold has on the map, at most; the same in latentome_worker/sampling.py. */
const mostOfOtherSizes = 100;

/** Circuits on the map of a model with this recipe, those of other sizes included. */
export function circuitsOnMap({
  counts,
  otherSizes,
}: Pick<SamplingRecipe, 'counts' | 'otherSizes'>): number {
  const folds = Object.values(counts);
  const others = folds.reduce((sum, count) => sum + Math.min(count, mostOfOtherSizes), 0);
  return folds.reduce((sum, count) => sum + count, 0) + others * (otherSizes?.length ?? 0);
}

export const foldNames = ['gap', 'train', 'validation', 'test'] as const;
export type FoldName = (typeof foldNames)[number];
