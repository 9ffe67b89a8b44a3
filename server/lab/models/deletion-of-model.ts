import { eq } from 'drizzle-orm';
import type { ModelDeletion } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { direction, measurement, model, room, view } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';

/** What deleting a model would mean, for whoever may do it. */
export async function deletionOfModel(ctx: SignedIn, modelId: string): Promise<ModelDeletion> {
  const { db } = ctx.services;
  const [of] = await db.select({ labId: model.labId }).from(model).where(eq(model.id, modelId));
  await requireRight(ctx, of?.labId ?? '', 'manage');
  return countedWith(db, modelId);
}

/** What goes with a model, and the views that stay. */
export async function countedWith(db: Queries, modelId: string): Promise<ModelDeletion> {
  return {
    views: await db.$count(view, eq(view.modelId, modelId)),
    rooms: await db.$count(room, eq(room.modelId, modelId)),
    directions: await db.$count(direction, eq(direction.modelId, modelId)),
    measurements: await db.$count(measurement, eq(measurement.modelId, modelId)),
  };
}
