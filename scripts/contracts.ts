/** `npm run contracts`: writes the worker's messages as JSON schema beside the worker. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { contractText } from '../server/jobs/contract.ts';

const target = fileURLToPath(
  new URL('../gpu-worker/latentome_worker/contract.json', import.meta.url),
);
await writeFile(target, contractText());
