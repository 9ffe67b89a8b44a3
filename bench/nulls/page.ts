import type { NullsAsked, NullsTimes } from './nulls.worker.ts';

const nullsBench = {
  /** Each time in a worker of its own, as a first visit would. */
  run: (asked: NullsAsked) =>
    new Promise<NullsTimes>((resolve, reject) => {
      const worker = new Worker(new URL('./nulls.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = (event: MessageEvent<NullsTimes>) => {
        worker.terminate();
        resolve(event.data);
      };
      worker.onerror = () => reject(new Error('The worker failed.'));
      worker.postMessage(asked);
    }),
};

declare global {
  interface Window {
    nullsBench: typeof nullsBench;
  }
}

window.nullsBench = nullsBench;
