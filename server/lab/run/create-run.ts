import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { RunDetail, TrainSpec } from '~/core/contracts/index.ts';
import { connectome, run } from '~/db/schema/index.ts';
import type { SignedIn } from '~/server/context.ts';
import { announceRun } from '~/server/jobs/announce.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { newId } from '../new-id.ts';
import { requireRight } from '../rights.ts';
import { detailOf } from './get-run.ts';
import { storeCorpus } from './store-corpus.ts';

/**
 * Queues a training: the corpus is cut now and stored under its hash, so the run does not depend on
 * what happens to the connectome later, and a recipe whose first circuits cannot be drawn is refused
 * in the words of the preview before it waits.
 */
export async function createRun(ctx: SignedIn, spec: TrainSpec): Promise<RunDetail> {
  const { db } = ctx.services;
  const [data] = await db.select().from(connectome).where(eq(connectome.id, spec.connectomeId));
  if (!data)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'There is nothing here, or not for you.' });
  await requireRight(ctx, data.labId, 'edit');
  const { name, sha256, isModel } = data;
  const corpus = await storeCorpus(ctx.services, spec.sampling, { name, sha256, isModel });
  const id = newId('run');
  const { labId } = data;
  await inTurn(ctx, labId, 'edit', async (tx) => {
    await tx.insert(run).values({
      id,
      labId,
      connectomeId: data.id,
      name: spec.name,
      spec,
      corpusSha256: corpus,
      createdBy: ctx.person.id,
    });
    const about = { name: spec.name };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'run queued', about });
  });
  await announceRun(ctx.services, { id, labId });
  return detailOf(ctx.services, id);
}
