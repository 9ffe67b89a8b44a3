import { memo, useMemo } from 'react';
import { placeOf, type MapFrame } from '../frame.ts';
import { stacked, type Box } from './stacked.ts';
import { Tag, tagHeight, tagWidth } from './tag.tsx';

/** Somebody else in the room, as the map shows them. */
export interface MapPerson {
  readonly clientId: number;
  readonly name: string;
  readonly color: string;
  readonly cursor: readonly number[] | null;
  readonly probe: readonly number[] | null;
  /** Whether the cursor is shown on purpose. */
  readonly pointing: boolean;
}

/** Others' probes with a little circuit glyph and their name, and their pointers; no name hides another. */
export const People = memo(function People({
  frame,
  people,
}: {
  frame: MapFrame;
  people: readonly MapPerson[];
}) {
  const places = useMemo(
    () =>
      stacked(
        people.map((person) => tagOf(frame, person)),
        tagHeight,
      ),
    [frame, people],
  );
  return (
    <g>
      {people.map((person, index) => (
        <g key={person.clientId} data-testid="person" data-client={person.clientId}>
          {person.probe && <OtherProbe frame={frame} person={person} z={person.probe} />}
          {person.cursor && !person.pointing && (
            <Pointer frame={frame} person={person} z={person.cursor} />
          )}
          <Name person={person} at={places[index]} />
        </g>
      ))}
    </g>
  );
});

function Name({ person, at }: { person: MapPerson; at: Box | null | undefined }) {
  return at ? <Tag x={at.x} y={at.y} text={person.name} colour={person.color} /> : null;
}

/** Where a name would stand: beside the probe, else beside the pointer. */
function tagOf(frame: MapFrame, { probe, cursor, name }: MapPerson): Box | null {
  const mark = probe ?? cursor;
  if (!mark) return null;
  const [x, y] = placeOf(frame, mark);
  const [right, down] = probe ? [12, -8] : [10, 10];
  return { x: x + right, y: y + down, width: tagWidth(name) };
}

type MarkProps = { frame: MapFrame; person: MapPerson; z: readonly number[] };

function OtherProbe({ frame, person, z }: MarkProps) {
  const [x, y] = placeOf(frame, z);
  return (
    <g data-testid="other-probe" data-z={JSON.stringify(z)} data-name={person.name}>
      <g transform={`translate(${x} ${y})`} fill={person.color} stroke={person.color}>
        <circle r={9} className="fill-surface" strokeWidth={2} />
        <path d="M-4 2.5 0-4 4 2.5Z" fill="none" strokeWidth={1} />
        <circle cx={-4} cy={2.5} r={1.6} />
        <circle cy={-4} r={1.6} />
        <circle cx={4} cy={2.5} r={1.6} />
      </g>
    </g>
  );
}

function Pointer({ frame, person, z }: MarkProps) {
  const [x, y] = placeOf(frame, z);
  return (
    <g data-testid="other-cursor">
      <path
        d="M0 0 4.5 12.5 6.6 7.2 12 5Z"
        transform={`translate(${x} ${y})`}
        fill={person.color}
        className="stroke-surface"
      />
    </g>
  );
}
