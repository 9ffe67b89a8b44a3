import { z } from 'zod';
import { seed, sha256 } from './ids.ts';
import { modelFigures, modelManifest } from './model.ts';
import { modelReport } from './report.ts';

const evaluated = z.object({
  folder: z.string(),
  name: z.string(),
  sha256,
  size: z.int(),
  recipe: modelManifest.shape.recipe,
  figures: modelFigures.extend({ report: modelReport }),
});
export type EvaluatedModel = z.infer<typeof evaluated>;

/** report.json: what `npm run report` finds of one or more models, from their files alone. */
export const evaluationReport = z.object({
  format: z.literal('latentome-report-1'),
  seed,
  models: z.array(evaluated).min(1),
  somas: z
    .object({
      x: z.array(z.number()),
      y: z.array(z.number()),
      z: z.array(z.number()),
      fold: z.array(z.int()),
    })
    .nullable()
    .describe('of the first corpus, µm, with the code of the fold (foldNames)'),
});
export type EvaluationReport = z.infer<typeof evaluationReport>;
