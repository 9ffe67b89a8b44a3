import { inkOn } from '~/core/collab/index.ts';

const most = 18;
const shortened = (text: string) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Pixels. */
export const tagHeight = 16;
export const tagWidth = (text: string): number => shortened(text).length * 6.4 + 8;

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
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={tagWidth(text)} height={tagHeight} rx={2} fill={colour} />
      <text x={4} y={12} fontSize={11} fill={inkOn(colour)}>
        {shortened(text)}
      </text>
    </g>
  );
}
