import {
  reservoirTaskIds,
  type ReservoirProtocol,
  type ReservoirTaskId,
} from '../contracts/reservoir.ts';
import {
  Facts,
  isDefined,
  notDefined,
  structureMetrics,
  valueOf,
  type Metric,
  type StructureMetricId,
  type Subject,
  type Value,
} from '../metrics/index.ts';
import {
  defaultProtocol,
  reservoirCurve,
  reservoirTaskOf,
  reservoirWeights,
} from '../reservoir/index.ts';

/** What a terrain can be of: any structure metric, and what the circuit computes. */
export type TerrainPropertyId = StructureMetricId | `function:${ReservoirTaskId}`;

export type TerrainProperty = Pick<
  Metric,
  'name' | 'unit' | 'needs' | 'range' | 'scale' | 'spacing'
> & {
  readonly id: TerrainPropertyId;
  readonly compute: (facts: Facts) => Value;
};

/** Below the radius at which circuits become chaotic, and near it: where circuits differ most in what they hold. */
const radius = 0.9;

const protocolOf = (task: ReservoirTaskId) => defaultProtocol(task, { values: [radius] });

/** Scores of the circuit as it is, not predictions: one input at one spectral radius. */
const functions = reservoirTaskIds.map((task): TerrainProperty => {
  const { name, score } = reservoirTaskOf(task);
  return {
    id: `function:${task}`,
    name: score.name === name ? name : `${name}: ${score.name.toLowerCase()}`,
    unit: `${score.unit}, at radius ${radius}, one input`,
    needs: 'wiring',
    range: [0, null],
    scale: 'sequential',
    spacing: 'linear',
    compute: ({ subject: { circuit, classes } }) => {
      const inhibitory = classes?.map((one) => one === 'I') ?? null;
      const [point] = reservoirCurve(reservoirWeights(circuit, inhibitory), protocolOf(task));
      return point?.scores[0] ?? notDefined('no cycles');
    },
  };
});

export const terrainProperties: readonly TerrainProperty[] = [...structureMetrics, ...functions];

/** @throws Error for an id that no property has. */
export function terrainPropertyOf(id: TerrainPropertyId): TerrainProperty {
  const found = terrainProperties.find((property) => property.id === id);
  if (!found) throw new Error(`No property ${id}.`);
  return found;
}

/** How a property of a task is scored; null for a metric, and for what no property is called. */
export function terrainProtocolOf(id: string): ReservoirProtocol | null {
  const task = reservoirTaskIds.find((one) => id === `function:${one}`);
  return task ? protocolOf(task) : null;
}

/** One property of each circuit, NaN where it is not defined. */
export function propertyOfEach(
  id: TerrainPropertyId,
  subjects: readonly Subject[],
): Float64Array<ArrayBuffer> {
  const property = terrainPropertyOf(id);
  return Float64Array.from(subjects, (subject) => {
    const value = valueOf(property, new Facts(subject));
    return isDefined(value) ? value : NaN;
  });
}
