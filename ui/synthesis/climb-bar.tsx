'use client';
import { metricIds } from '~/core/contracts/index.ts';
import { structureMetricOf } from '~/core/metrics/index.ts';
import { Button, decimal } from '~/ui/kit/index.ts';
import { nowhereWords } from './climb-words.ts';
import type { Climbed } from './use-climb.ts';

type Props = {
  climbed: Climbed;
  /** The place of the probe, which may stand on a step. */
  at: readonly number[];
  onStep: (z: readonly number[]) => void;
  onClear: () => void;
};

/** The steps of a path: a slider takes the probe along, each step a circuit; beside it what is expected there. */
export function ClimbBar({ climbed, at, onStep, onClear }: Props) {
  const { asked, steps, growing, end: why } = climbed;
  const here = steps.findIndex(({ z }) => z.every((value, d) => value === at[d]));
  const step = steps[Math.max(0, here)];
  const column = metricIds.indexOf(asked.raise);
  const { name } = structureMetricOf(asked.raise);
  const title = `${name} ${asked.lower ? 'down' : 'up'}`;
  const end = decimal(steps.at(-1)?.expected[column]);
  const words = () => {
    if (steps.length < 2) return growing ? 'looking' : nowhereWords(why, asked.hold.length > 0);
    if (here < 0) return `off the path of ${steps.length} steps, which ends at ${end}`;
    return `${here + 1} of ${steps.length}, expected ${decimal(step?.expected[column])}, ends at ${end}`;
  };
  return (
    <div
      className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-2 py-1 text-13"
      data-testid="climb"
      data-steps={steps.length}
      data-growing={growing}
    >
      <span>{title}</span>
      <input
        type="range"
        min={0}
        max={Math.max(1, steps.length - 1)}
        value={Math.max(0, here)}
        disabled={steps.length < 2}
        aria-label={`Step of the path, ${title}`}
        aria-valuetext={`step ${Math.max(0, here) + 1} of ${steps.length}, ${decimal(step?.expected[column])}`}
        onChange={({ target }) => {
          const chosen = steps[target.valueAsNumber];
          if (chosen) onStep(chosen.z);
        }}
        className="h-6 w-40 min-w-0 flex-1 accent-accent"
      />
      <span className="figures text-12 text-ink-2">{words()}</span>
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear path
      </Button>
    </div>
  );
}
