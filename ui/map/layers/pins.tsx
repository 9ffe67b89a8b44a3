import { memo } from 'react';
import { placeOf, type MapFrame } from '../frame.ts';

export interface MapPin {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly z: readonly number[];
}

/** Pinned probes of the bench: small flags with the letter they have there. */
export const Pins = memo(function Pins({
  frame,
  pins,
}: {
  frame: MapFrame;
  pins: readonly MapPin[];
}) {
  return (
    <g>
      {pins.map((pin) => {
        const [x, y] = placeOf(frame, pin.z);
        return (
          <g key={pin.id} transform={`translate(${x} ${y})`} data-testid="map-pin">
            <path
              d="M0 0-5-9A8 8 0 1 1 5-9Z"
              className="fill-surface"
              stroke={pin.color}
              strokeWidth={1.5}
            />
            <text y={-11} fontSize={10} textAnchor="middle" className="figures fill-ink">
              {pin.label}
            </text>
          </g>
        );
      })}
    </g>
  );
});
