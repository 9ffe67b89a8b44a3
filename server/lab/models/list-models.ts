import { eq } from 'drizzle-orm';
import type { ModelSummary } from '~/core/contracts/index.ts';
import { model } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findModels } from './find-models.ts';
import { summariseModel } from './summarise-model.ts';

export async function listModels(ctx: Context, labId: string): Promise<ModelSummary[]> {
  await requireRight(ctx, labId, 'read');
  const rows = await findModels(ctx.services.db, eq(model.labId, labId));
  return rows.map(summariseModel);
}
