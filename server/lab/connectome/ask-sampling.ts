import { TRPCError } from '@trpc/server';
import type { Services } from '../../services.ts';
import { StandingThread } from '../../threads/standing-thread.ts';
import { giveUp } from './give-up.ts';
import { samplingAnswer, type SamplingAnswer, type SamplingJob } from './sampling-jobs.ts';

/** One for the whole server: a large connectome is read once, and never on the thread that carries the rooms. */
const thread = new StandingThread<SamplingJob>(new URL('./sampling-thread.ts', import.meta.url), {
  memoryMb: 2_048,
  patienceMs: 120_000,
  graceMs: 1_000,
  idleMs: 60_000,
});

type WithoutFile<Job> = Job extends SamplingJob ? Omit<Job, 'file'> : never;

/**
 * Asks the sampling thread about a stored connectome.
 *
 * @param signal of the request: who has asked anew no longer waits for the old answer
 * @throws TRPCError BAD_REQUEST in the words of the SamplingError; StorageRefusal `absent`
 */
export async function askSampling(
  { storage }: Pick<Services, 'storage'>,
  sha256: string,
  job: WithoutFile<SamplingJob>,
  signal?: AbortSignal,
): Promise<Exclude<SamplingAnswer, { kind: 'refused' }>> {
  const file = await storage.path(sha256);
  const answer = samplingAnswer.parse(
    await thread.ask({ ...job, file }, signal).catch(giveUp(signal)),
  );
  if (answer.kind === 'refused')
    throw new TRPCError({ code: 'BAD_REQUEST', message: answer.message });
  return answer;
}
