import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { readBench, replacePin } from '~/core/collab/index.ts';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { direction, model, room } from '~/db/schema/index.ts';
import { appendUpdate, loadDoc } from '../../realtime/persistence.ts';

type Renewed = { manifest: ModelManifest; sha256: string };

/**
 * Gives a model another manifest of the same networks. What names the model by the manifest's hash goes with it: kept
 * directions, and pins on the benches of its rooms. Runs and measurements stay as they were: they say what was asked,
 * and name the networks by their own hashes.
 */
export async function renewModel(
  tx: Queries,
  { id, sha256: former }: Pick<typeof model.$inferSelect, 'id' | 'sha256'>,
  { manifest, sha256 }: Renewed,
): Promise<void> {
  const { train, validation, test } = manifest.figures.circuits;
  const circuits = train + validation + test;
  await tx
    .update(model)
    .set({ name: manifest.name, sha256, manifest, circuits })
    .where(eq(model.id, id));
  await tx.update(direction).set({ modelSha256: sha256 }).where(eq(direction.modelId, id));
  const rooms = await tx.select({ id: room.id }).from(room).where(eq(room.modelId, id));
  for (const { id: roomId } of rooms) await renewPins(tx, roomId, former, sha256);
}

async function renewPins(tx: Queries, roomId: string, former: string, sha256: string) {
  const { doc } = await loadDoc({ db: tx }, roomId);
  const before = Y.encodeStateVector(doc);
  const pins = readBench(doc).filter((pin) => pin.model === former);
  if (pins.length === 0) return;
  doc.transact(() => {
    for (const { id } of pins)
      replacePin(doc, id, null, (pin, index) => ({ value: { ...pin, model: sha256 }, index }));
  });
  await appendUpdate({ db: tx }, roomId, Y.encodeStateAsUpdate(doc, before));
}
