import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readConnectome } from '~/core/connectome/file.ts';
import { corpusHeader, samplingRecipe } from '~/core/contracts/index.ts';
import { writeCorpus } from '~/core/sampling/corpus.ts';
import { firstCircuits } from '~/core/sampling/first-circuits.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';
import { SamplingError } from '~/core/sampling/sampling-error.ts';

/** The thread of storeCorpus: reads the connectome, plans, answers with the bytes of the corpus. */
const { input: job } = z
  .object({
    input: z.object({
      file: z.string(),
      recipe: samplingRecipe,
      about: corpusHeader.shape.connectome,
      sayWeights: z.boolean(),
    }),
  })
  .parse(workerData);

const unweighed = corpusHeader.omit({ weight: true });

try {
  const connectome = readConnectome(Uint8Array.from(await readFile(job.file)));
  const corpus = planCorpus(connectome, job.recipe, job.about);
  firstCircuits(corpus); // what the worker would begin with: refused here, not there
  const header = job.sayWeights ? corpus.header : unweighed.parse(corpus.header);
  const bytes = writeCorpus({ ...corpus, header });
  parentPort?.postMessage({ ok: true, bytes }, [bytes.buffer]);
} catch (error) {
  if (!(error instanceof SamplingError)) throw error;
  parentPort?.postMessage({ ok: false, message: error.message });
}
