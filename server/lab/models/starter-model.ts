import { TRPCError } from '@trpc/server';
import { and, eq, isNull } from 'drizzle-orm';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { lab, model } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { demoSlug } from '../demo.ts';
import { requireRight } from '../rights.ts';
import { findModels } from './find-models.ts';
import { summariseModel } from './summarise-model.ts';

/**
 * The model that came with the program, for the first page; open to strangers.
 *
 * @throws TRPCError NOT_FOUND before the demo lab has one
 */
export async function starterModel(ctx: Context): Promise<ModelDetail> {
  const { db } = ctx.services;
  const [demo] = await db.select({ id: lab.id }).from(lab).where(eq(lab.slug, demoSlug));
  await requireRight(ctx, demo?.id ?? '', 'look');
  // it was not trained by a run of this server
  const rows = await findModels(db, and(eq(model.labId, demo?.id ?? ''), isNull(model.runId)));
  const [starter] = rows;
  if (!starter)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'This server has no starter model.' });
  return { ...summariseModel(starter), manifest: starter.model.manifest };
}
