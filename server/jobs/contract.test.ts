import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { contractText } from './contract.ts';

test('contract.json beside the worker is that of core/contracts (else: npm run contracts)', async () => {
  const file = new URL('../../gpu-worker/latentome_worker/contract.json', import.meta.url);
  expect(await readFile(file, 'utf8')).toBe(contractText());
});
