import type { Tick } from './metric-scale.ts';
import { gradient } from './ramp.ts';

/** Marks nearer to each other, as a share of the ramp, leave no room for their numbers: the later one is left out. */
const apart = 0.25;

/** A ramp of colours with its marks; without a ramp its place is kept. */
export function ScaleLegend(props: {
  readonly ramp: Uint8Array | null;
  readonly ticks: readonly Tick[];
  readonly opacity?: number;
}) {
  const { ramp, opacity = 1 } = props;
  const ticks: Tick[] = [];
  for (const tick of props.ticks) if (tick.at - (ticks.at(-1)?.at ?? -1) >= apart) ticks.push(tick);
  return (
    <div className="w-32 pr-2 md:w-48">
      <div
        className="h-2 rounded-[1px]"
        style={{ background: ramp ? gradient(ramp) : undefined, opacity }}
      />
      <div className="figures relative h-5">
        {ticks.map((tick) => (
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
  );
}
