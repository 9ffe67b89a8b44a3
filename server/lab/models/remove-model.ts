import { TRPCError } from '@trpc/server';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { keptModel, measurement, model, run } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { removeUnneeded } from '../files/remove-unneeded.ts';
import { inTurn } from '../in-turn.ts';
import { countedWith } from './deletion-of-model.ts';
import { findModels } from './find-models.ts';
import { filesOf, summariseModel } from './summarise-model.ts';

/**
 * Deletes a model with its rooms, directions and measurements. Where views were saved of it, what they need is kept.
 *
 * @param views how many views whoever asks was told of
 * @throws TRPCError NOT_FOUND, CONFLICT where there are other views by now or a run measures the model
 */
export async function removeModel(
  ctx: SignedIn,
  { modelId, views }: { modelId: string; views: number },
): Promise<void> {
  const { db, bus } = ctx.services;
  const one = eq(model.id, modelId);
  const [of] = await db.select({ labId: model.labId }).from(model).where(one);
  const labId = of?.labId ?? '';
  const files = await inTurn(ctx, labId, 'manage', async (tx) => {
    // whoever saves a view of it at this moment is waited for, or waits
    const [held] = await tx.select({ id: model.id }).from(model).where(one).for('update');
    const [row] = await findModels(tx, one);
    if (!held || !row)
      throw new TRPCError({ code: 'NOT_FOUND', message: 'This model is not there.' });
    await refuseWhileMeasured(tx, modelId);
    const there = await countedWith(tx, modelId);
    if (there.views !== views)
      throw new TRPCError({
        code: 'CONFLICT',
        message: `Meanwhile ${there.views} views of this model are saved. Look again, then decide.`,
      });
    const measured = await tx
      .select({ sha256: measurement.sha256 })
      .from(measurement)
      .where(eq(measurement.modelId, modelId));
    const detail = { ...summariseModel(row), manifest: row.model.manifest };
    await tx.delete(model).where(one);
    if (views > 0)
      await tx.insert(keptModel).values({ id: modelId, labId, sha256: detail.sha256, detail });
    const about = { name: `${detail.name}, version ${detail.version}` };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'model deleted', about });
    return [...filesOf(detail), ...measured.map(({ sha256 }) => sha256)];
  });
  await bus.publish({ topic: 'membership', id: labId, userId: null, role: null }); // its rooms close
  await bus.publish({ topic: 'lab', id: labId });
  await removeUnneeded(ctx.services, files);
}

async function refuseWhileMeasured(tx: Queries, modelId: string): Promise<void> {
  const [measuring] = await tx
    .select({ name: run.name })
    .from(run)
    .where(
      and(
        inArray(run.state, ['queued', 'running']),
        sql`${run.spec} -> 'model' ->> 'id' = ${modelId}`,
      ),
    );
  if (measuring)
    throw new TRPCError({
      code: 'CONFLICT',
      message: `The run "${measuring.name}" measures this model. Cancel it first.`,
    });
}
