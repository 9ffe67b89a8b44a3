import type { Jobs } from './jobs.ts';

/** Tells every listening page of the run and of its lab to look again. */
export async function announceRun(
  jobs: Pick<Jobs, 'bus'>,
  run: { id: string; labId: string },
): Promise<void> {
  await jobs.bus.publish({ topic: 'run', id: run.id });
  await jobs.bus.publish({ topic: 'lab', id: run.labId });
}
