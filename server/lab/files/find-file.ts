import { TRPCError } from '@trpc/server';
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { connectome, keptModel, measurement, model, run } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { requireRight } from '../rights.ts';

const fileNames = ['encoder', 'decoder', 'map', 'weights'] as const;

/**
 * Lets through to bytes only by way of something in the lab that refers to them: knowing a hash is
 * no right. Files of models, also of deleted ones that views need, and what was measured of them need `look`;
 * connectomes and corpora, which are data, need `read`.
 *
 * @throws TRPCError NOT_FOUND, UNAUTHORIZED, FORBIDDEN
 */
export async function findFile(
  ctx: Context,
  { labId, sha256 }: { labId: string; sha256: string },
): Promise<void> {
  const { db } = ctx.services;
  const named = (files: SQL) =>
    fileNames.map((name) => sql`${files} -> ${name} ->> 'sha256' = ${sha256}`);
  const [ofModel] = await db
    .select({ id: model.id })
    .from(model)
    .where(
      and(
        eq(model.labId, labId),
        or(eq(model.sha256, sha256), ...named(sql`${model.manifest} -> 'files'`)),
      ),
    )
    .limit(1);
  const [measured] = await db
    .select({ id: measurement.id })
    .from(measurement)
    .where(and(eq(measurement.labId, labId), eq(measurement.sha256, sha256)))
    .limit(1);
  const [kept] = await db
    .select({ id: keptModel.id })
    .from(keptModel)
    .where(
      and(
        eq(keptModel.labId, labId),
        or(
          eq(keptModel.sha256, sha256),
          ...named(sql`${keptModel.detail} -> 'manifest' -> 'files'`),
        ),
      ),
    )
    .limit(1);
  const ofCard = [ofModel, kept, measured].some((one) => one !== undefined);
  await requireRight(ctx, labId, ofCard ? 'look' : 'read');
  if (ofCard) return;

  const [data] = await db
    .select({ id: connectome.id })
    .from(connectome)
    .where(and(eq(connectome.labId, labId), eq(connectome.sha256, sha256)))
    .union(
      db
        .select({ id: run.id })
        .from(run)
        .where(and(eq(run.labId, labId), eq(run.corpusSha256, sha256))),
    )
    .limit(1);
  if (!data)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'This lab has nothing under that hash.' });
}
