import type {
  DirectionProtocol,
  MeasuredEffects,
  MetricId,
  ModelManifest,
  SavedDirection,
} from '~/core/contracts/index.ts';
import { metricIds } from '~/core/contracts/index.ts';
import { aligned, principal, Spread, type Encoded } from '~/core/directions/index.ts';
import { metricColumn, type LatentMap } from '~/core/latent/index.ts';
import { metricOf } from '~/core/metrics/index.ts';

/** A direction as the room steers by it. */
export type Steerable = {
  readonly id: string;
  readonly name: string;
  readonly protocol: DirectionProtocol;
  /** of one step [Z] */
  readonly vector: readonly number[];
  /** of one step, in standard deviations of the data */
  readonly distance: number;
  /** The effects it was saved with. */
  readonly effects: MeasuredEffects | null;
  readonly saved: SavedDirection | null;
};

const mostComponents = 8;

/** The metric that a direction is meant to move, if there is one. */
export function ownMetric({ protocol }: Pick<Steerable, 'protocol'>): MetricId | null {
  return protocol.kind === 'aligned' || protocol.kind === 'purified' ? protocol.metric : null;
}

/** One aligned direction a metric; a metric that z does not tell, or that is the same for all circuits, has none. */
export function alignedDirections(
  map: LatentMap,
  manifest: ModelManifest,
  train: Encoded,
): Steerable[] {
  const spread = new Spread(manifest.prior.covariance);
  return metricIds.flatMap((metric) => {
    const vector = stepOrNone(() => aligned.step(train, metricColumn(map, metric)));
    if (!vector) return [];
    const protocol = { kind: 'aligned', metric, circuits: train.circuits.length } as const;
    return [
      {
        id: `aligned:${metric}`,
        name: metricOf(metric).name,
        protocol,
        vector,
        distance: spread.lengthOf(vector),
        effects: null,
        saved: null,
      },
    ];
  });
}

function stepOrNone(make: () => number[]): number[] | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The first principal axes of the encoded circuits. */
export function principalDirections({ principal: axes, prior }: ModelManifest): Steerable[] {
  const spread = new Spread(prior.covariance);
  return axes.axes.slice(0, mostComponents).map((axis, component) => {
    const vector = principal.step(spread, axis);
    return {
      id: `principal:${component}`,
      name: `PC ${component + 1} (${Math.round(100 * (axes.share[component] ?? 0))} %)`,
      protocol: { kind: 'principal', component },
      vector,
      distance: spread.lengthOf(vector),
      effects: null,
      saved: null,
    };
  });
}

/** A saved one, unless it belongs to another version of the model. */
export function savedDirections(saved: readonly SavedDirection[], sha256: string): Steerable[] {
  return saved
    .filter(({ modelSha256 }) => modelSha256 === sha256)
    .map((one) => ({ ...one, name: one.title, saved: one }));
}
