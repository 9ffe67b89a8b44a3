import { metricIds } from '../contracts/model.ts';
import { edgesOf } from '../decoder/circuit.ts';
import { beyond, wishIds, wishesOf, type SynthesisRequest } from './request.ts';
import type { Synthesis } from './synthesise.ts';

/** One circuit of many, with what was asked of it. */
export type BatchMade = { readonly request: SynthesisRequest; readonly made: Synthesis };

const valueOf = ({ metrics, memory }: Synthesis, id: (typeof wishIds)[number]): number =>
  id === 'memory'
    ? (memory ?? Number.NaN)
    : (metrics[metricIds.findIndex((one) => one === id)] ?? Number.NaN);

const shown = (value: number) => (Number.isFinite(value) ? String(value) : '');

/** A table, one circuit a row: what was asked of it and reached, in the order it was made. */
export function batchCsv(all: readonly BatchMade[]): string {
  const asked = wishIds.filter((id) => all.some(({ request }) => request[id]));
  const names = [
    ...['circuit', 'seed', 'neurons_of', 'connections', 'reached', 'worst_error', 'cost'],
    ...['nearest_shared', 'identical'],
    ...asked.flatMap((id) => [`${id}_low`, `${id}_high`, `${id}_off`]),
    ...wishIds.filter((id) => id !== 'memory' || asked.includes(id)),
  ];
  const rows = all.map(({ request, made }, k) => [
    k + 1,
    made.seed,
    made.conditions + 1,
    edgesOf(made.circuit).length,
    made.reached ? 'yes' : 'no',
    ...[made.worst, made.typicality.cost, made.novelty.shared].map(shown),
    made.novelty.identical,
    ...asked.flatMap((id) => {
      const wish = request[id];
      const off = wish ? beyond(wish, valueOf(made, id)) : Number.NaN;
      return [wish?.low ?? Number.NaN, wish?.high ?? Number.NaN, off].map(shown);
    }),
    ...wishIds
      .filter((id) => id !== 'memory' || asked.includes(id))
      .map((id) => shown(valueOf(made, id))),
  ]);
  return [names, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** The circuits themselves: for each its connections as [presynaptic, postsynaptic] places in its list of neurons. */
export function batchJson(
  all: readonly BatchMade[],
  about: {
    /** sha256 of the network */
    readonly decoder: string;
    readonly neuronsOf: (conditions: number) => readonly string[];
  },
): string {
  return `${JSON.stringify({
    format: 'latentome-circuits-1',
    decoder: about.decoder,
    circuits: all.map(({ request, made }) => ({
      seed: made.seed,
      z: made.z,
      asked: Object.fromEntries(wishesOf(request).map(({ id, wish }) => [id, wish])),
      reached: made.reached,
      neurons: about.neuronsOf(made.conditions),
      edges: edgesOf(made.circuit),
    })),
  })}\n`;
}
