import {
  metricIds,
  reservoirTaskIds,
  rivalIds,
  steeredKinds,
  type DirectionsReport,
  type FunctionReport,
  type ModelReport,
  type OrdersReport,
  type SteeredDirection,
} from '../contracts/index.ts';
import type { Generator } from '../random.ts';
import { defaultProtocol } from '../reservoir/index.ts';

/** The parts of a report that no model has, of every kind there is: for tests of what is made of them. */
export function randomMeasured(
  take: Generator,
): Required<Pick<ModelReport, 'directions' | 'orders' | 'function'>> {
  return {
    directions: randomDirections(take),
    orders: randomOrders(take),
    function: randomFunction(take),
  };
}

function randomDirections(take: Generator): DirectionsReport {
  const effect = () => {
    const mean = 10 * take.nextUniform() - 5;
    return { mean, low: mean - take.nextUniform(), high: mean + take.nextUniform() };
  };
  const monotone = () => (take.nextUniform() < 0.1 ? null : 2 * take.nextUniform() - 1);
  const direction = (
    kind: SteeredDirection['kind'],
    moves: SteeredDirection['moves'],
  ): SteeredDirection => ({
    kind,
    moves,
    held: kind === 'purified' ? metricIds.filter((id) => id !== moves) : [],
    corrections: take.nextInt(4),
    length: 0.1 + 4 * take.nextUniform(),
    own:
      take.nextUniform() < 0.1
        ? null
        : {
            circuits: 40,
            individuals: 4,
            curve: [-2, 0, 2].map((step) => ({ step, ...effect() })),
            change: effect(),
            spearman: monotone(),
          },
    metrics: metricIds
      .filter(() => take.nextUniform() < 0.9)
      .map((metric) => ({ metric, ...effect(), spearman: monotone() })),
  });
  return {
    seed: 1,
    circuits: 40,
    individuals: 4,
    farthest: 2.5,
    protocols: [defaultProtocol('memory', { values: [0.9] })],
    directions: steeredKinds.flatMap((kind) =>
      (kind === 'function' ? reservoirTaskIds : metricIds).map((moves) => direction(kind, moves)),
    ),
    refused: [{ kind: 'purified', moves: 'cycles', held: ['density'], why: 'None changes it.' }],
  };
}

function randomOrders(take: Generator): OrdersReport {
  const spread = () => {
    const median = 4 * take.nextUniform() - 2;
    const ninety = median + 30 * take.nextUniform();
    return { median, ninety, most: ninety + take.nextUniform() };
  };
  const set = (metrics: OrdersReport['sets'][number]['metrics']) => ({
    metrics,
    requests: 100,
    within: take.nextUniform(),
    withinInner: take.nextUniform(),
    error: spread(),
    cost: spread(),
    typical: take.nextUniform(),
    distance: spread(),
    steps: spread(),
    shared: spread(),
    copies: take.nextUniform() < 0.5 ? 0 : take.nextUniform(),
    rivals: rivalIds.map((id) => ({
      id,
      within: take.nextUniform(),
      error: spread(),
      cost: id === 'uniform' ? spread() : null,
    })),
    seconds: spread(),
  });
  return { seed: 1, tolerance: 0.03, sets: [set(['cv_in']), set([...metricIds])] };
}

function randomFunction(take: Generator): FunctionReport {
  const values = [0.6, 0.9];
  const maybe = (value: number) => (take.nextUniform() < 0.1 ? null : value);
  const told = () => ({
    r2: values.map(() => maybe(2 * take.nextUniform() - 1)),
    interval: values.map((): [number, number] | null =>
      take.nextUniform() < 0.1 ? null : [-3, 0.9],
    ),
    sameTissue: values.map(() => maybe(take.nextUniform())),
  });
  return {
    circuits: { train: 2000, validation: 300, test: 300 },
    tasks: reservoirTaskIds.map((task) => ({
      task,
      protocol: defaultProtocol(task, { values }),
      measured: { train: 1990, test: 298 },
      mean: values.map(() => take.nextUniform()),
      sd: values.map(() => take.nextUniform()),
      r2: { z: told(), metrics: told(), both: told(), conditions: told() },
      with: {
        density: [0.1, null],
        reciprocity: [0.1, -0.3],
        clustering: [0.1, -1],
        cv_out: [0.1, 1],
        cv_in: [0.1, 0],
        feed_forward: [0.1, -0.3],
        cycles: [0.1, -0.3],
        in_out_correlation: [0.1, -0.3],
      },
    })),
  };
}
