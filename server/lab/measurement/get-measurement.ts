import { eq } from 'drizzle-orm';
import { measurementResult, type MeasurementDetail } from '~/core/contracts/index.ts';
import { measurement } from '~/db/schema/index.ts';
import type { Context } from '~/server/context.ts';
import { requireRight } from '../rights.ts';
import { summariseMeasurement } from './summarise-measurement.ts';

/** @throws TRPCError NOT_FOUND also where it is there but not for this person */
export async function getMeasurement(
  ctx: Context,
  measurementId: string,
): Promise<MeasurementDetail> {
  const { db, storage } = ctx.services;
  const [row] = await db.select().from(measurement).where(eq(measurement.id, measurementId));
  await requireRight(ctx, row?.labId ?? '', 'look');
  if (!row) throw new Error('A measurement without a lab passed the check of rights.');
  const text = new TextDecoder().decode(await storage.read(row.sha256));
  return { ...summariseMeasurement(row), result: measurementResult.parse(JSON.parse(text)) };
}
