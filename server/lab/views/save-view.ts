import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import type { NewView, ViewSummary } from '~/core/contracts/index.ts';
import { edgeHash, edgesOf, unpackCircuit } from '~/core/decoder/index.ts';
import { model } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { insertView } from './insert-view.ts';

/**
 * Keeps what a person sees. Which model it is, and what its connections are called, is written down here.
 *
 * @throws TRPCError NOT_FOUND for a model that the lab has not, CONFLICT for another version of it, BAD_REQUEST for a
 * place of another latent space
 */
export async function saveView(ctx: SignedIn, asked: NewView): Promise<ViewSummary> {
  const { db } = ctx.services;
  const { labId, title, note, picture, origin, state } = asked;
  const { standing } = await requireRight(ctx, labId, 'speak');
  const one = and(eq(model.id, state.model.id), eq(model.labId, labId));
  const [of] = await db.select().from(model).where(one);
  if (!of) throw new TRPCError({ code: 'NOT_FOUND', message: 'This model is not there.' });
  if (of.sha256 !== state.model.sha256)
    throw new TRPCError({
      code: 'CONFLICT',
      message: 'The model was made anew meanwhile: reload the page.',
    });
  const { latent, files } = of.manifest;
  if (state.probe.z.length !== latent.z || state.plane.origin.length !== latent.z)
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message: `Places of this model have ${latent.z} numbers.`,
    });
  const circuit = unpackCircuit({ n: state.size, adjacency: state.edges.adjacency });
  const edges = { ...state.edges, count: edgesOf(circuit).length, hash: edgeHash(circuit) };
  const { id, name, version, sha256 } = of;
  const named = {
    ...{ id, name, version, sha256 },
    ...{ decoder: files.decoder.sha256, map: files.map.sha256 },
  };
  return insertView(
    ctx,
    { labId, modelId: id, title, note, picture, originCode: origin },
    { ...state, edges, model: named },
    standing,
  );
}
