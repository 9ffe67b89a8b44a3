import { eq } from 'drizzle-orm';
import type { SavedDirection } from '~/core/contracts/index.ts';
import { direction, model } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findDirections } from './find-directions.ts';

/** The directions kept for a model, for whoever may walk its rooms. */
export async function listDirections(ctx: SignedIn, modelId: string): Promise<SavedDirection[]> {
  const { db } = ctx.services;
  const [of] = await db.select({ labId: model.labId }).from(model).where(eq(model.id, modelId));
  await requireRight(ctx, of?.labId ?? '', 'walk');
  return findDirections(db, eq(direction.modelId, modelId), ctx.person.id);
}
