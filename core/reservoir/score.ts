import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import { inputWeights, Reservoir } from './drive.ts';
import { Judge } from './judge.ts';
import { columnsOf, ReadoutSums } from './readout.ts';
import type { OutputJudgement, ReservoirTask, TaskSignal } from './tasks/task.ts';
import type { ReservoirWeights } from './weights.ts';

const chunk = 100;

/** `parts`: the same measure for each output; of memory, the lags in order. */
export type ReservoirScore = { readonly score: number; readonly parts: number[] };

/** The score of one circuit with one factor on its weights, one input vector and one signal. */
export function scoreOnce(
  weights: ReservoirWeights,
  gain: number,
  protocol: ReservoirProtocol,
  task: ReservoirTask,
  seed: number,
  { input, targets }: TaskSignal,
): ReservoirScore {
  const { n } = weights;
  const inputs = inputWeights(seed, n, protocol.inputScaling);
  const reservoir = new Reservoir(weights, gain, inputs, protocol.units);
  // states, ones and targets of a chunk, column below column
  const columns = new Float64Array(columnsOf(n, targets.length) * chunk);
  columns.fill(1, n * chunk, (n + 1) * chunk);
  const through = (from: number, to: number, take: (count: number, at: number) => void) => {
    for (let at = from; at < to; at += chunk) {
      const end = Math.min(to, at + chunk);
      reservoir.run(input, at, end, columns, chunk);
      take(end - at, at);
    }
  };
  const trained = protocol.washout + protocol.train;
  const sums = new ReadoutSums(n, targets.length);
  through(0, protocol.washout, () => undefined);
  through(protocol.washout, trained, (count, at) => {
    targets.forEach((target, output) =>
      columns.set(target.subarray(at, at + count), (n + 1 + output) * chunk),
    );
    sums.add(columns, chunk, count);
  });
  const centre = Float64Array.from(targets, (target) => meanOf(target, trained, protocol.test));
  const judge = new Judge(sums.solve(protocol.ridge), centre);
  through(trained, trained + protocol.test, (count, at) =>
    judge.add(columns, chunk, count, targets, at),
  );
  return scoreOf(task, judge.judgements());
}

function scoreOf(task: ReservoirTask, judgements: OutputJudgement[]): ReservoirScore {
  const parts = judgements.map((judgement) => judgement[task.score.of]);
  const sum = parts.reduce((total, part) => total + part, 0);
  return { score: task.score.over === 'sum' ? sum : sum / parts.length, parts };
}

function meanOf(target: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let t = from; t < from + count; t++) sum += target[t] ?? 0;
  return sum / count;
}
