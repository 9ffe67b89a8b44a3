import { edgesOf } from '~/core/decoder/index.ts';
import { csvOf } from '~/core/report/index.ts';
import type { CircuitPicture } from '~/ui/circuit/index.ts';

/** The connections of a circuit as CSV: pre, post by their ids, and the weight where there are weights. */
export function edgeList({ circuit, neurons, weights }: CircuitPicture): string {
  return csvOf({
    columns: ['pre', 'post', ...(weights ? [weights.scale.of] : [])],
    rows: edgesOf(circuit).map(([pre, post]) => [
      neurons[pre]?.id ?? '',
      neurons[post]?.id ?? '',
      ...(weights ? [weights.values[pre * circuit.n + post] ?? null] : []),
    ]),
  });
}
