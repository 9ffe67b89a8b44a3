import { placeOf, type MapFrame } from '../frame.ts';

/** The observed circuit that is open beside the decoded one, and the one under the pointer. */
export function OpenedMark({
  frame,
  z,
  hover = false,
}: {
  frame: MapFrame;
  z: readonly number[];
  hover?: boolean;
}) {
  const [x, y] = placeOf(frame, z);
  return (
    <g fill="none" transform={`translate(${x} ${y})`} aria-hidden>
      <rect x={-7} y={-7} width={14} height={14} className="stroke-surface" strokeWidth={4} />
      <rect
        x={-7}
        y={-7}
        width={14}
        height={14}
        className={hover ? 'stroke-ink-3' : 'stroke-accent'}
        strokeWidth={1.75}
      />
    </g>
  );
}
