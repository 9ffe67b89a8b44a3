import { expose } from 'comlink';
import type { Circuit } from '~/core/decoder/index.ts';
import { measure, metrics, structureMetrics, type Subject } from '~/core/metrics/index.ts';
import {
  compareWithNull,
  nullModelOf,
  type Comparison,
  type NullModelId,
  type NullSubject,
} from '~/core/nulls/index.ts';
import { propertyOfEach, type TerrainPropertyId } from '~/core/terrain/index.ts';

/** `every`: all structure metrics, not only the eight of a model. */
export type NullQuestion = {
  subject: NullSubject;
  model: NullModelId;
  every: boolean;
  draws: number;
  seed: number;
};

let newest = 0;

const metricsWorker = {
  measure: (circuit: Circuit) => measure(circuit),

  /** One property of each circuit, NaN where it is not defined. */
  valuesOf: (id: TerrainPropertyId, subjects: readonly Subject[]) => propertyOfEach(id, subjects),

  /** Reports as the draws come in; a newer question ends it. Between two reports other requests have their turn. */
  async besideNull(question: NullQuestion, report: (comparison: Comparison) => void) {
    const mine = ++newest;
    const { model, every, ...rest } = question;
    const found = compareWithNull({
      ...rest,
      model: nullModelOf(model),
      statistics: every ? structureMetrics : metrics,
      batch: every ? 5 : 10,
    });
    for (const comparison of found) {
      report(comparison);
      await new Promise((turn) => setTimeout(turn));
      if (mine !== newest) return;
    }
  },

  /** Ends what `besideNull` is doing. */
  stop() {
    newest++;
  },
};

export type MetricsWorker = typeof metricsWorker;

expose(metricsWorker);
