import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { reservoirCurve, reservoirWeights } from '../reservoir/index.ts';

/**
 * What a circuit scores under a protocol at its first value, the mean over input seeds; NaN for a circuit without cycles,
 * which cannot be scaled to a spectral radius.
 * @param classes of its neurons; the outgoing weights of I are negative where the protocol says so
 */
export function functionScore(
  circuit: Circuit,
  classes: readonly string[],
  protocol: ReservoirProtocol,
): number {
  const inhibitory = protocol.signed ? classes.map((one) => one === 'I') : null;
  const [point] = reservoirCurve(reservoirWeights(circuit, inhibitory), {
    ...protocol,
    values: protocol.values.slice(0, 1),
  });
  if (!point) return NaN;
  return point.scores.reduce((sum, score) => sum + score, 0) / point.scores.length;
}
