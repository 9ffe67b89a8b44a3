import { MiniCircuit, type SmallCircuit } from '~/ui/kit/index.ts';
import type { Point, Viewport } from './camera.ts';

type Props = {
  at: Point;
  viewport: Viewport;
  circuit: SmallCircuit;
  title: string;
  lines: readonly string[];
};

const [width, height] = [176, 212];

/** A small picture of the circuit under the pointer, beside it and always inside the map. */
export function HoverCard({ at, viewport, circuit, title, lines }: Props) {
  const left = at[0] + 16 + width > viewport.width ? at[0] - 16 - width : at[0] + 16;
  const top = Math.min(Math.max(8, at[1] - height / 2), viewport.height - height - 8);
  return (
    <div
      data-testid="hover-card"
      className="pointer-events-none absolute z-10 rounded border border-line bg-surface p-2 text-12 shadow-popup"
      style={{ left: Math.max(8, left), top: Math.max(8, top), width }}
    >
      <MiniCircuit circuit={circuit} label={title} className="h-[146px] w-full" />
      <p className="figures mt-1 truncate text-ink">{title}</p>
      {lines.map((line) => (
        <p key={line} className="figures truncate text-ink-2">
          {line}
        </p>
      ))}
    </div>
  );
}
