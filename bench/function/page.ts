import type { FunctionAsked, FunctionTimes } from './function.worker.ts';

const functionBench = {
  /** Each time in a worker of its own, as a first visit would. */
  run: (asked: FunctionAsked) =>
    new Promise<FunctionTimes>((resolve, reject) => {
      const worker = new Worker(new URL('./function.worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = (event: MessageEvent<FunctionTimes>) => {
        worker.terminate();
        resolve(event.data);
      };
      worker.onerror = () => reject(new Error('The worker failed.'));
      worker.postMessage(asked);
    }),
};

declare global {
  interface Window {
    functionBench: typeof functionBench;
  }
}

window.functionBench = functionBench;
