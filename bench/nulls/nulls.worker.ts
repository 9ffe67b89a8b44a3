import { randomSubject } from '~/core/metrics/structure.vectors.ts';
import { metrics, structureMetrics } from '~/core/metrics/index.ts';
import { compareWithNull, nullModelOf, type NullModelId } from '~/core/nulls/index.ts';

export type NullsAsked = { n: number; model: NullModelId; draws: number; all: boolean };
export type NullsTimes = { edges: number; firstMs: number; wholeMs: number; reports: number };

/** One circuit beside its null, as the room asks for it: a report after every tenth draw. */
addEventListener('message', ({ data }: MessageEvent<NullsAsked>) => {
  const subject = randomSubject(data.n, 1, 0.03);
  const statistics = data.all ? structureMetrics : metrics;
  const started = performance.now();
  let [firstMs, reports] = [0, 0];
  for (const report of compareWithNull({
    subject,
    model: nullModelOf(data.model),
    statistics,
    draws: data.draws,
    seed: 1,
    batch: 10,
  })) {
    if (report.done === 10) firstMs = performance.now() - started;
    reports++;
  }
  const edges = subject.circuit.adjacency.reduce((sum, x) => sum + x, 0);
  const times: NullsTimes = { edges, firstMs, wholeMs: performance.now() - started, reports };
  postMessage(times);
});
