import { Generator, streams } from '~/core/random.ts';
import { nullModelOf } from '~/core/nulls/index.ts';
import {
  defaultProtocol,
  nullRounds,
  reservoirCurve,
  reservoirWeights,
  type ReservoirTask,
} from '~/core/reservoir/index.ts';

export type FunctionAsked = { n: number; edges: number; task: ReservoirTask['id'] };
export type FunctionTimes = {
  firstMs: number;
  curveMs: number;
  /** 50 circuits of the null at one radius, four inputs each */
  nullMs: number;
};

/** One circuit over 20 spectral radii, one input, as the room's worker scores it; then its null at one radius. */
addEventListener('message', ({ data }: MessageEvent<FunctionAsked>) => {
  const circuit = randomCircuit(data);
  const protocol = defaultProtocol(data.task);
  const started = performance.now();
  let firstMs = 0;
  for (const { value } of reservoirCurve(reservoirWeights(circuit), protocol))
    if (value === protocol.values[0]) firstMs = performance.now() - started;
  const curveMs = performance.now() - started;
  const rounds = nullRounds({
    subject: { circuit },
    model: nullModelOf('degree'),
    protocol: { ...protocol, inputSeeds: [1, 2, 3, 4] },
    values: [0.9],
    draws: 50,
    seed: 1,
  });
  const before = performance.now();
  const scores = [...rounds];
  const nullMs = performance.now() - before;
  if (scores.length !== 50) throw new Error('A null has no score.');
  const times: FunctionTimes = { firstMs, curveMs, nullMs };
  postMessage(times);
});

function randomCircuit({ n, edges }: FunctionAsked) {
  const random = new Generator(1, streams.bench, n, edges);
  const adjacency = new Uint8Array(n * n);
  for (let left = edges; left > 0;) {
    const at = random.nextInt(n * n);
    if (at % (n + 1) === 0 || adjacency[at]) continue;
    adjacency[at] = 1;
    left--;
  }
  return { n, adjacency };
}
