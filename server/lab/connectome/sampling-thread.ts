import { readFile } from 'node:fs/promises';
import type { Connectome } from '~/core/connectome/connectome.ts';
import { readConnectome } from '~/core/connectome/file.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import { samplingPreview } from '~/core/sampling/preview.ts';
import { SamplingError } from '~/core/sampling/sampling-error.ts';
import { answerJobs } from '../../threads/answer-jobs.ts';
import { samplingJob, type SamplingAnswer } from './sampling-jobs.ts';

/** The last few stay in memory while somebody turns at a recipe; contents never change under a hash. */
const kept = new Map<string, Connectome>();
const mostKept = 2;

async function connectomeOf(file: string): Promise<Connectome> {
  // A copy, because views need an aligned buffer of their own.
  const found = kept.get(file) ?? readConnectome(Uint8Array.from(await readFile(file)));
  kept.delete(file);
  kept.set(file, found); // the last one used is the last one to go
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return found;
}

answerJobs(async (given): Promise<SamplingAnswer> => {
  const job = samplingJob.parse(given);
  const connectome = await connectomeOf(job.file);
  try {
    return job.kind === 'recipe'
      ? { kind: 'recipe', recipe: defaultRecipe(connectome, job.size) }
      : { kind: 'preview', preview: samplingPreview(connectome, job.recipe, job.about) };
  } catch (error) {
    if (!(error instanceof SamplingError)) throw error;
    return { kind: 'refused', message: error.message };
  }
});
