import { memo } from 'react';
import { useCalm } from '~/ui/kit/index.ts';
import { placeOf, type MapFrame } from '../frame.ts';
import { strength } from '../trail.ts';
import { useTrails, type Pointing, type Trail } from '../use-trails.ts';

type Props = { frame: MapFrame; pointing: readonly Pointing[] };

/** Where people point: a ring in their colour, and behind it a trail that fades; for who asked for calm the ring alone. */
export const Pointers = memo(function Pointers({ frame, pointing }: Props) {
  const { now, trails } = useTrails(pointing, useCalm());
  return (
    <g aria-hidden>
      {trails.map((trail) => (
        <Fading key={trail.key} frame={frame} trail={trail} now={now} />
      ))}
      {pointing.map(({ key, color, z }) => {
        const [x, y] = placeOf(frame, z);
        return (
          <g
            key={key}
            data-testid="pointing"
            data-key={key}
            data-z={JSON.stringify(z)}
            transform={`translate(${x} ${y})`}
          >
            <circle r={9} fill="none" className="stroke-surface" strokeWidth={5} />
            <circle r={9} fill={color} fillOpacity={0.25} stroke={color} strokeWidth={2.5} />
            <circle r={2.5} fill={color} />
          </g>
        );
      })}
    </g>
  );
});

function Fading({ frame, trail, now }: { frame: MapFrame; trail: Trail; now: number }) {
  const places = trail.spots.map(({ z }) => placeOf(frame, z));
  return (
    <g
      data-testid="trail"
      data-key={trail.key}
      stroke={trail.color}
      strokeWidth={4}
      strokeLinecap="round"
    >
      {trail.spots.map((spot, index) => {
        const [from, to] = [places[index - 1], places[index]];
        if (!from || !to) return null;
        return (
          <line
            key={spot.at}
            {...{ x1: from[0], y1: from[1], x2: to[0], y2: to[1] }}
            strokeOpacity={0.85 * strength(spot, now)}
          />
        );
      })}
    </g>
  );
}
