import { placeOf, type MapFrame } from '../frame.ts';

/** A line through points of latent space, such as from the opened circuit to the probe. */
export function Path({
  frame,
  through,
}: {
  frame: MapFrame;
  through: readonly (readonly number[])[];
}) {
  const points = through.map((z) => placeOf(frame, z).join(',')).join(' ');
  return (
    <g fill="none" aria-hidden>
      <polyline points={points} className="stroke-surface" strokeWidth={3.5} strokeOpacity={0.8} />
      <polyline points={points} className="stroke-ink" strokeWidth={1.25} />
    </g>
  );
}
