import { Worker } from 'node:worker_threads';

const boot = new URL('./boot.mjs', import.meta.url);

/** Starts a module of ours (TypeScript) in a thread; it finds `input` as `workerData.input`. */
export function startThread(module: URL, input: unknown, { memoryMb }: { memoryMb: number }) {
  return new Worker(boot, {
    workerData: { module: module.href, input },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
}
