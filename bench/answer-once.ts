/** What a fresh worker answers to one question, as on a first visit; the worker is ended after it. */
export function answerOnce<Told>(worker: Worker, asked: unknown): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<Told>) => {
      worker.terminate();
      resolve(event.data);
    };
    worker.onerror = () => reject(new Error('The worker failed.'));
    worker.postMessage(asked);
  });
}
