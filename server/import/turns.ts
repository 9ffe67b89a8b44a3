/** So many imports read at once; memory is bounded by this and the limits of each. The others wait in line. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Waits for a turn. Call what it gives when done, once.
 * @throws the signal's reason when it is given up while waiting
 */
export async function takeTurn(signal?: AbortSignal): Promise<() => void> {
  signal?.throwIfAborted();
  if (running >= atOnce)
    await new Promise<void>((resolve, reject) => {
      waiting.push(resolve);
      signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(resolve);
        if (place < 0) return; // its turn had come
        waiting.splice(place, 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('given up'));
      });
    });
  else running++;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
}
