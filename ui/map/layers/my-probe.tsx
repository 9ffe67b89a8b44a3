import { placeOf, type MapFrame } from '../frame.ts';

/** My probe: a ring with cross hairs, haloed so that it stands out from any colour beneath. */
export function MyProbe({ frame, z }: { frame: MapFrame; z: readonly number[] }) {
  const [x, y] = placeOf(frame, z);
  const mark = 'M-16 0H-5M5 0H16M0-16V-5M0 5V16';
  return (
    <g
      data-testid="probe"
      data-z={JSON.stringify(z)}
      data-x={x}
      data-y={y}
      transform={`translate(${x} ${y})`}
      fill="none"
    >
      <g className="stroke-surface" strokeWidth={5}>
        <circle r={10} />
        <path d={mark} />
      </g>
      <circle r={10} className="stroke-ink" strokeWidth={2} />
      <path d={mark} className="stroke-ink" strokeWidth={1.5} />
      <circle r={2} className="fill-accent" />
    </g>
  );
}
