import type { Legend } from './colouring.ts';
import { gradient } from './ramp.ts';

type Props = { title: string; legend: Legend; ramp: Uint8Array };

/** What the colours of the points mean. */
export function MapLegend({ title, legend, ramp }: Props) {
  return (
    <div
      data-testid="map-legend"
      className="pointer-events-none absolute right-2 top-2 rounded bg-surface/85 px-2 py-1 text-12 text-ink-2"
    >
      <p className="mb-1 text-ink">{title}</p>
      {legend.kind === 'scale' ? (
        <div className="w-32 pr-2 md:w-48">
          <div className="h-2 rounded-[1px]" style={{ background: gradient(ramp) }} />
          <div className="figures relative h-4">
            {legend.ticks.map((tick) => (
              <span
                key={tick.text}
                className="absolute -translate-x-1/2 before:mx-auto before:block before:h-1 before:w-px before:bg-line-strong"
                style={{ left: `${(tick.at * 100).toFixed(2)}%` }}
              >
                {tick.text}
              </span>
            ))}
          </div>
        </div>
      ) : (
        <ul>
          {legend.entries.map((entry) => (
            <li key={entry.label} className="flex items-center gap-1.5">
              <span className="size-2 rounded-full" style={{ background: entry.colour }} />
              {entry.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
