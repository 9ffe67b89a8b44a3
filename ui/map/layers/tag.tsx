import { inkOn } from '~/core/collab/index.ts';

/** A name on its person's colour, beside a mark. */
export function Tag({
  x,
  y,
  text,
  colour,
}: {
  x: number;
  y: number;
  text: string;
  colour: string;
}) {
  const short = text.length > 18 ? `${text.slice(0, 17)}…` : text;
  const width = short.length * 6.4 + 8;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={width} height={16} rx={2} fill={colour} />
      <text x={4} y={12} fontSize={11} fill={inkOn(colour)}>
        {short}
      </text>
    </g>
  );
}
