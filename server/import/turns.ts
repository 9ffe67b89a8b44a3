/** So many imports read at once; memory is bounded by this and the limits of each. The others wait in line. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for a turn. Call what it gives when done, once. */
export async function takeTurn(): Promise<() => void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
}
