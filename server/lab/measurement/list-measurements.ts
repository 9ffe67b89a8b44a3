import { desc, eq } from 'drizzle-orm';
import type { MeasurementSummary } from '~/core/contracts/index.ts';
import { measurement, model } from '~/db/schema/index.ts';
import type { Context } from '~/server/context.ts';
import { requireRight } from '../rights.ts';
import { summariseMeasurement } from './summarise-measurement.ts';

const atMost = 200;

/** What was measured of a model's corpus, newest first: a part of its card, open to whom the card is. */
export async function listMeasurements(
  ctx: Context,
  modelId: string,
): Promise<MeasurementSummary[]> {
  const { db } = ctx.services;
  const [of] = await db.select({ labId: model.labId }).from(model).where(eq(model.id, modelId));
  await requireRight(ctx, of?.labId ?? '', 'look');
  const rows = await db
    .select()
    .from(measurement)
    .where(eq(measurement.modelId, modelId))
    .orderBy(desc(measurement.createdAt), desc(measurement.id))
    .limit(atMost);
  return rows.map(summariseMeasurement);
}
