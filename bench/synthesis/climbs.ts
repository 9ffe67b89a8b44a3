import { metricIds, type MetricId, type ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, placeOf, type LatentMap } from '~/core/latent/index.ts';
import { climb, synthesisGround, type ClimbStep } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';

/** One metric's paths: medians over circuits of rise and worst drift of what was held, in shares of the data's range. */
export type Climbs = {
  raise: MetricId;
  hold: MetricId;
  rise: number;
  drift: number;
  steps: number;
};

/** Every metric climbed from the places of held-out circuits, density held (for density itself reciprocity). */
export async function climbs(
  map: LatentMap,
  manifest: ModelManifest,
  decoder: Decoder,
  circuits: readonly number[],
): Promise<Climbs[]> {
  const { ground, distanceOf } = synthesisGround(map, manifest);
  const { scales } = ground;
  const found: Climbs[] = [];
  for (const raise of metricIds) {
    const hold: MetricId = raise === 'density' ? 'reciprocity' : 'density';
    const paths = [];
    for (const index of circuits) {
      const conditions = conditionsOf(map, index, manifest);
      const steps: ClimbStep[] = [];
      for await (const step of climb(
        { from: placeOf(map, index), seed: index, raise, hold: [hold] },
        { prior: manifest.prior, distanceOf, scales },
        (places) => decoder.logits({ places, n: map.size, conditions }),
      ))
        steps.push(step);
      const change = (metric: MetricId, step: ClimbStep | undefined) => {
        const k = metricIds.indexOf(metric);
        return ((step?.expected[k] ?? 0) - (steps[0]?.expected[k] ?? 0)) / (scales[k] ?? 1);
      };
      paths.push({
        rise: change(raise, steps.at(-1)),
        drift: Math.max(...steps.map((step) => Math.abs(change(hold, step)))),
        steps: steps.length - 1,
      });
    }
    const median = (values: number[]) =>
      values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
    found.push({
      raise,
      hold,
      rise: median(paths.map(({ rise }) => rise)),
      drift: median(paths.map(({ drift }) => drift)),
      steps: median(paths.map(({ steps }) => steps)),
    });
  }
  return found;
}
