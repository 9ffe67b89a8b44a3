import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type {
  MeasureSpec,
  ModelManifest,
  RecordedMeasure,
  RunDetail,
} from '~/core/contracts/index.ts';
import { model, run } from '~/db/schema/index.ts';
import type { SignedIn } from '~/server/context.ts';
import { announceRun } from '~/server/jobs/announce.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { newId } from '../new-id.ts';
import { requireRight } from '../rights.ts';
import { corpusOfModel } from './corpus-of-model.ts';
import { detailOf } from './get-run.ts';

/**
 * Queues a measurement of the circuits a model was trained and judged on.
 * @throws TRPCError BAD_REQUEST for more circuits than the corpus has, or a corpus that cannot be had
 */
export async function createMeasure(ctx: SignedIn, asked: MeasureSpec): Promise<RunDetail> {
  const { db } = ctx.services;
  const { modelId, ...settings } = asked;
  const [found] = await db.select().from(model).where(eq(model.id, modelId));
  if (!found)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'There is nothing here, or not for you.' });
  await requireRight(ctx, found.labId, 'edit');
  checkCounts(asked, found.manifest);
  const corpusSha256 = await corpusOfModel(ctx.services, found.manifest);
  const { encoder, decoder } = found.manifest.files;
  const spec: RecordedMeasure = {
    kind: 'measure',
    ...settings,
    model: {
      id: found.id,
      sha256: found.sha256,
      encoder: encoder.sha256,
      decoder: decoder.sha256,
    },
  };
  const id = newId('run');
  const { labId } = found;
  await inTurn(ctx, labId, 'edit', async (tx) => {
    await tx.insert(run).values({
      id,
      labId,
      connectomeId: found.connectomeId,
      name: spec.name,
      spec,
      corpusSha256,
      createdBy: ctx.person.id,
    });
    const about = { name: spec.name };
    await recordEvent(tx, { labId, who: ctx.person.id, what: 'run queued', about });
  });
  await announceRun(ctx.services, { id, labId });
  return detailOf(ctx.services, id);
}

function checkCounts({ structure, function: asked }: MeasureSpec, { figures }: ModelManifest) {
  const { train, validation, test } = figures.circuits;
  const most = (what: string, wanted: number, there: number) => {
    if (wanted > there)
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: `The corpus has ${there} ${what}circuits; ${wanted} were asked for.`,
      });
  };
  most('', structure.circuits, Math.max(train, validation, test)); // of a smaller fold all are taken
  if (!asked) return;
  most('training ', asked.train, train);
  most('test ', asked.test, test);
  if (asked.nulls.length > 0) most('test ', asked.nullCircuits, test);
}
