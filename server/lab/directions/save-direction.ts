import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { NewDirection, SavedDirection } from '~/core/contracts/index.ts';
import { Spread } from '~/core/directions/index.ts';
import { direction, model } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { newId } from '../new-id.ts';
import { requireRight } from '../rights.ts';
import { findDirections } from './find-directions.ts';

/** Of one model: a room loads them all. */
const most = 200;

/**
 * Keeps a direction for everybody of the lab. Its distance from the data is worked out here, from the model's own prior.
 * @throws TRPCError BAD_REQUEST for a vector of another latent space, CONFLICT for another version of the model a name
 * that is taken, or a model that has as many as it may
 */
export async function saveDirection(ctx: SignedIn, asked: NewDirection): Promise<SavedDirection> {
  const { db, bus } = ctx.services;
  const { modelId, modelSha256, vector } = asked;
  const [of] = await db.select().from(model).where(eq(model.id, modelId));
  const { lab } = await requireRight(ctx, of?.labId ?? '', 'bench');
  if (!of) throw new Error('A model without a lab passed the check of rights.');
  if (of.sha256 !== modelSha256)
    throw new TRPCError({ code: 'CONFLICT', message: 'This is another version of the model.' });
  const { latent, prior } = of.manifest;
  if (vector.length !== latent.z)
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: `A direction of this model has ${latent.z} numbers; this has ${vector.length}.`,
    });
  const distance = new Spread(prior.covariance).lengthOf(vector);
  const by = { labId: lab.id, who: ctx.person.id };
  const saved = await inTurn(ctx, lab.id, 'bench', async (tx) => {
    if ((await tx.$count(direction, eq(direction.modelId, modelId))) >= most)
      throw new TRPCError({
        code: 'CONFLICT',
        message: `A model keeps at most ${most} directions; remove one that nobody needs.`,
      });
    const [row] = await tx
      .insert(direction)
      .values({ ...asked, id: newId('dir'), labId: lab.id, distance, userId: by.who })
      .onConflictDoNothing({ target: [direction.modelId, direction.name] })
      .returning();
    const about = { name: asked.name };
    if (!row)
      throw new TRPCError({
        code: 'CONFLICT',
        message: 'This model has a direction of that name.',
      });
    await recordEvent(tx, { ...by, what: 'direction saved', about });
    return findDirections(tx, eq(direction.id, row.id), ctx.person.id);
  });
  await bus.publish({ topic: 'lab', id: lab.id });
  const [one] = saved;
  if (!one) throw new Error('A direction is gone in the moment it was saved.');
  return one;
}
