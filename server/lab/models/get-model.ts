import { eq } from 'drizzle-orm';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { model } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findModels } from './find-models.ts';
import { summariseModel } from './summarise-model.ts';

/** @throws TRPCError NOT_FOUND also where the model is there but not for this person */
export async function getModel(ctx: Context, modelId: string): Promise<ModelDetail> {
  const [row] = await findModels(ctx.services.db, eq(model.id, modelId));
  // an unknown model is asked for like one of an unknown lab, so that both answer alike
  await requireRight(ctx, row?.model.labId ?? '', 'look');
  if (!row) throw new Error('A model without a lab passed the check of rights.');
  return { ...summariseModel(row), manifest: row.model.manifest };
}
