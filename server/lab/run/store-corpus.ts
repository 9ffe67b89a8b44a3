import type { Worker } from 'node:worker_threads';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { CorpusHeader, SamplingRecipe } from '~/core/contracts/index.ts';
import type { Services } from '~/server/services.ts';
import { startThread } from '~/server/threads/start-thread.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), bytes: z.instanceof(Uint8Array) }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

const patienceMs = 120_000;
const memoryMb = 2_048;

/**
 * Cuts the corpus of a recipe and stores it; returns its sha256. In a thread of its own, because a
 * connectome of millions of connections would hold up everybody else.
 * @param sayWeights whether its header says what its weights are, as those of today do
 * @throws TRPCError BAD_REQUEST when the recipe does not fit the connectome
 */
export async function storeCorpus(
  { storage }: Pick<Services, 'storage'>,
  recipe: SamplingRecipe,
  about: CorpusHeader['connectome'],
  sayWeights = true,
): Promise<string> {
  const file = await storage.path(about.sha256);
  const thread = startThread(
    new URL('./corpus-thread.ts', import.meta.url),
    { file, recipe, about, sayWeights },
    { memoryMb },
  );
  const timer = setTimeout(() => void thread.terminate(), patienceMs);
  try {
    const planned = answer.parse(await firstMessage(thread));
    if (!planned.ok) throw new TRPCError({ code: 'BAD_REQUEST', message: planned.message });
    return (await storage.put(planned.bytes)).sha256;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function firstMessage(thread: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('cutting the corpus took too long')));
  });
}
