import { findUpload, type FoundUpload } from '../upload/find-upload.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';

/** Two uploads by their ids. */
export type Tables = { labId: string; neurons: string; connections: string };

/** The two files, for a person who may import into the lab. */
export async function uploadedTables(
  ctx: SignedIn,
  { labId, neurons, connections }: Tables,
): Promise<{ neurons: FoundUpload; connections: FoundUpload }> {
  await requireRight(ctx, labId, 'edit');
  return {
    neurons: await findUpload(ctx, labId, neurons),
    connections: await findUpload(ctx, labId, connections),
  };
}
