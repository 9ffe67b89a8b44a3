import { selfEdges, type CircuitPicture } from './neurons-view.ts';

type Props = {
  picture: CircuitPicture | null;
  backend: string | null;
  /** Of the decode, ms; null for stored edges. */
  milliseconds: number | null;
  borderline: number | null;
};

/** Where the circuit came from and how large it is, in one line of fixed height. */
export function CircuitStatus({ picture, backend, milliseconds, borderline }: Props) {
  const edges = picture?.circuit.adjacency.reduce((sum, value) => sum + value, 0) ?? 0;
  const self = picture ? selfEdges(picture.circuit) : 0;
  const how =
    milliseconds === null ? 'stored edges' : `${backend ?? ''} ${milliseconds.toFixed(1)} ms`;
  return (
    <p
      className="figures flex h-6 items-center gap-x-3 truncate whitespace-nowrap text-12 text-ink-2"
      data-testid="circuit-status"
    >
      {picture ? (
        <>
          <span>{how}</span>
          <span>N {picture.circuit.n}</span>
          <span>{edges} edges</span>
          {self > 0 && (
            <span title="Counted among the edges; degrees and the eight metrics leave them out">
              {self} to itself
            </span>
          )}
          {borderline !== null && (
            <span title="Pairs whose draw lies within 0.0001 of a boundary: they may fall otherwise on another machine">
              {borderline} borderline
            </span>
          )}
        </>
      ) : (
        <span>Decoding</span>
      )}
    </p>
  );
}
