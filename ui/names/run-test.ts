import {
  reservoirTaskIds,
  scoreId,
  type Prediction,
  type ReservoirTaskId,
  type TestFigures,
  type TestProtocol,
} from '~/core/contracts/index.ts';
import {
  claimInputs,
  claimRadius,
  claimSpread,
  encodedOf,
  measureChanges,
  protocolFor,
  spreadOut,
  testCircuits,
  usualTest,
} from '~/core/directions/index.ts';
import { defaultProtocol } from '~/core/reservoir/index.ts';
import { deviationsOf, type openHeldOut } from '~/ui/directions/index.ts';
import type { DirectionScene } from './direction-scene.ts';

type Line = ReturnType<typeof openHeldOut>;
type Told = (share: number) => void;

const protocolOf = (task: ReservoirTaskId) =>
  defaultProtocol(task, { values: [claimRadius], inputSeeds: [...claimInputs] });

/**
 * Measures what a prediction speaks of, on test circuits that the direction was not found by.
 * @throws RangeError where there are too few, or a score is the same for all
 */
export async function runTest(
  { detail, map, model }: DirectionScene,
  { statements }: Prediction,
  line: Line,
  told: Told,
): Promise<{ protocol: TestProtocol; figures: TestFigures }> {
  const { vector, protocol: found, modelSha256 } = detail.direction;
  const tasks = reservoirTaskIds.filter((task) =>
    statements.some(({ metric }) => metric === scoreId(task)),
  );
  const first = tasks.length > 0 ? 0.3 : 0; // of the work
  const scores = await spreadOfScores(map, tasks, line, (share) => told(first * share));
  const chosen = testCircuits(map, found);
  const { individuals, seed, steps } = usualTest;
  const measured = [
    ...deviationsOf(model.manifest),
    ...tasks.map((task) => ({ id: scoreId(task), sd: scores?.sds[scoreId(task)] ?? NaN })),
  ];
  const rows: number[][] = [];
  for await (const changes of measureChanges({
    ...{ vector, individuals, seed, steps },
    from: { z: map.z, dimensions: map.dimensions, circuits: chosen.circuits },
    sds: measured.map(({ sd }) => sd),
    decode: line.decodeWith(tasks.map(protocolOf)),
  })) {
    rows.push(changes);
    told(first + ((1 - first) * rows.length) / chosen.circuits.length);
  }
  const figures = statements.map(({ metric }) => {
    const column = measured.findIndex(({ id }) => id === metric);
    return rows.map((row) => finite(row[column]));
  });
  return { protocol: { ...protocolFor({ ...chosen, modelSha256 }), scores }, figures };
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Standard deviations of the scores of tasks over observed training circuits. */
async function spreadOfScores(
  map: DirectionScene['map'],
  tasks: readonly ReservoirTaskId[],
  line: Line,
  told: Told,
): Promise<TestProtocol['scores']> {
  if (tasks.length === 0) return null;
  const circuits = spreadOut(encodedOf(map, 'train').circuits, claimSpread);
  const sds: Record<string, number> = {};
  let done = 0;
  for (const task of tasks) {
    const scored: number[] = [];
    for (const circuit of circuits) {
      scored.push(await line.scoreOf(circuit, protocolOf(task)));
      told(++done / (tasks.length * circuits.length));
    }
    const own = scored.filter((score) => Number.isFinite(score));
    if (new Set(own).size < 2)
      throw new RangeError('A score is the same for all observed circuits.');
    sds[scoreId(task)] = deviation(own);
  }
  return { radius: claimRadius, circuits: circuits.length, sds };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
