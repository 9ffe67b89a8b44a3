import {
  generatorIds,
  metricIds,
  statisticIds,
  type GenerationReport,
  type ModelFigures,
  type ModelReport,
} from '../contracts/index.ts';
import type { Generator } from '../random.ts';
import { randomMeasured } from './random-measured.ts';

/** Figures that no model has, of every kind there is: for tests of what is made of them. */
export function randomFigures(take: Generator): ModelFigures & { report: ModelReport } {
  const spread = () => ({ mean: take.nextUniform(), sd: take.nextUniform() });
  const edges = () => ({ auc: take.nextUniform(), ap: take.nextUniform() });
  const r2s = () => ({
    density: take.nextUniform(),
    reciprocity: -2 * take.nextUniform(),
    clustering: null,
    cv_out: take.nextUniform(),
    cv_in: take.nextUniform(),
    feed_forward: take.nextUniform(),
    cycles: take.nextUniform(),
    in_out_correlation: take.nextUniform(),
  });
  return {
    circuits: { train: 2000, validation: 300, test: 300 },
    bits: { z: 60 * take.nextUniform(), u: 400 * take.nextUniform() },
    edges: { model: edges(), conditionsOnly: edges(), distanceType: edges() },
    metricR2: r2s(),
    metricR2Mean: take.nextUniform(),
    sizes: [16, 128].map((size) => ({
      size,
      circuits: 100,
      bits: { z: 60 * take.nextUniform(), u: 400 * take.nextUniform() },
      edges: edges(),
      metricR2: r2s(),
      metricR2Mean: 1.5 * take.nextUniform() - 0.5,
    })),
    generation: metricIds.map((metric) => ({
      metric,
      train: spread(),
      test: spread(),
      generated: spread(),
    })),
    weights: {
      edges: 1 + take.nextInt(3000),
      r2: take.nextUniform(),
      nats: 4 * take.nextUniform() - 2,
      plain: 4 * take.nextUniform() - 2,
      distanceOnly: 4 * take.nextUniform() - 2,
      test: spread(),
      drawn: spread(),
    },
    onnxMaxError: 1e-6,
    seconds: 300 * take.nextUniform(),
    report: {
      generation: randomGeneration(take),
      code: {
        z: 60 * take.nextUniform(),
        u: 400 * take.nextUniform(),
        edges: 500 * take.nextUniform(),
        total: 900 * take.nextUniform(),
        conditionsOnly: 900 * take.nextUniform(),
        distanceType: 900 * take.nextUniform(),
      },
      sameTissue: { circuits: 300, ...edges(), metricR2Mean: take.nextUniform() },
      ...randomMeasured(take),
    },
  };
}

function randomGeneration(take: Generator): GenerationReport {
  // from exactly none over a hundredth to a hundred
  const ratio = () => (take.nextUniform() < 0.1 ? 0 : 10 ** (4 * take.nextUniform() - 2));
  const range = () => {
    const mean = take.nextUniform() < 0.05 ? null : ratio();
    return { mean, low: mean, high: mean };
  };
  return {
    seed: 1,
    draws: 1 + take.nextInt(5),
    circuits: 300,
    statistics: statisticIds.map((id) => ({
      id,
      distance: id === 'triads' ? 'total variation' : 'earth mover',
      width: take.nextUniform(),
      trainTest: take.nextUniform(),
    })),
    generators: generatorIds.map((id) => ({
      id,
      ratios: statisticIds.map((statistic) => ({ statistic, ...range() })),
      mean: range(),
      meanHalfWidth: ratio(),
      meanDoubleWidth: ratio(),
    })),
    identity: {
      valid: take.nextUniform(),
      unique: take.nextUniform(),
      novel: take.nextUniform(),
      all: 0,
    },
    shapes: statisticIds.map((id) => {
      const x = id === 'triads' ? ['021D', '030T', '300'] : [0, 1.5, 3, 200];
      const shares = () => x.map(() => take.nextUniform());
      return { id, x, train: shares(), test: shares(), generated: shares() };
    }),
  };
}
