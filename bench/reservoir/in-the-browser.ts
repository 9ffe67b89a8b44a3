import { Generator, streams } from '~/core/random.ts';
import { defaultProtocol, reservoirCurve, reservoirWeights } from '~/core/reservoir/index.ts';

/**
 * Milliseconds of the page's own code for one circuit: memory capacity over 20 spectral radii, one input, double precision.
 * Here on Node's V8, which is Chromium's. @returns the median of seven circuits after one that warms up.
 */
export function millisecondsOfOneCircuit(n: number, edges: number): number {
  const protocol = defaultProtocol('memory');
  const times: number[] = [];
  for (let seed = 0; seed < 8; seed++) {
    const random = new Generator(seed, streams.bench);
    const adjacency = new Uint8Array(n * n);
    for (let left = edges; left > 0;) {
      const at = random.nextInt(n * n);
      if (at % (n + 1) === 0 || adjacency[at]) continue;
      adjacency[at] = 1;
      left--;
    }
    const start = performance.now();
    for (const { scores } of reservoirCurve(reservoirWeights({ n, adjacency }), protocol))
      if (scores.some(Number.isNaN)) throw new Error('a score is not a number');
    if (seed > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[3] ?? Number.NaN;
}
