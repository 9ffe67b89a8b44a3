import type { ReactNode } from 'react';
import { count } from '~/ui/kit/index.ts';
import type { Legend } from './colouring.ts';
import { ScaleLegend } from './scale-legend.tsx';

type Props = {
  title: string;
  legend: Legend;
  ramp: Uint8Array;
  /** Circuits whose value is there, of all. */
  measured: number;
  circuits: number;
  /** More to be explained, below. */
  children?: ReactNode;
};

/** What the colours of the points mean. */
export function MapLegend({ title, legend, ramp, measured, circuits, children }: Props) {
  return (
    <div className="pointer-events-none absolute right-2 top-2 flex flex-col items-end gap-1 text-12 text-ink-2">
      <div
        data-testid="map-legend"
        data-measured={measured}
        className="rounded bg-surface/85 px-2 py-1"
      >
        <p className={legend.kind === 'scale' ? 'text-ink' : 'mb-1 text-ink'}>{title}</p>
        {legend.kind === 'scale' ? (
          <>
            <p className="mb-1 max-md:hidden">{legend.unit}</p>
            <ScaleLegend ramp={ramp} ticks={legend.ticks} />
            {measured < circuits && (
              <p className="figures">{`${count(measured)} of ${count(circuits)} measured`}</p>
            )}
          </>
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
      {children}
    </div>
  );
}
