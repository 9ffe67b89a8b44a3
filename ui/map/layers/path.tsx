import { placeOf, type MapFrame } from '../frame.ts';

/** A line through points of latent space, such as from the opened circuit to the probe; `steps`: a dot at each. */
export function Path({
  frame,
  through,
  steps = false,
}: {
  frame: MapFrame;
  through: readonly (readonly number[])[];
  steps?: boolean;
}) {
  const places = through.map((z) => placeOf(frame, z));
  const points = places.map((place) => place.join(',')).join(' ');
  return (
    <g fill="none" aria-hidden>
      <polyline points={points} className="stroke-surface" strokeWidth={3.5} strokeOpacity={0.8} />
      <polyline points={points} className="stroke-ink" strokeWidth={1.25} />
      {steps &&
        places.map(([x, y], index) => (
          <circle
            key={index}
            cx={x}
            cy={y}
            r={3}
            className="fill-accent stroke-surface"
            data-testid="path-step"
          />
        ))}
    </g>
  );
}
