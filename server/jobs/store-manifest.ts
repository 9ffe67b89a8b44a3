import { Readable } from 'node:stream';
import { canonicalJson } from '~/core/exchange/canonical-json.ts';
import type { ModelManifest } from '~/core/contracts/model.ts';
import type { Jobs } from './jobs.ts';

/** Stores model.json in its canonical bytes; their hash is the model's identity. */
export async function storeManifest(
  storage: Jobs['storage'],
  manifest: ModelManifest,
): Promise<string> {
  const { sha256 } = await storage.put(Readable.from([Buffer.from(canonicalJson(manifest))]));
  return sha256;
}
