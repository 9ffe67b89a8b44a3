import { curveTokens } from './curve-colours.ts';
import { decimal } from './number.ts';

type Props = {
  curves: readonly { label: string; values: readonly (number | null)[] }[];
  places: number;
};

/** Which curve is which, and where each stands now. */
export function CurveLegend({ curves, places }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-3 text-12 text-ink-2">
      {curves.map((curve, index) => (
        <li key={curve.label} className="flex items-center gap-1">
          <svg aria-hidden viewBox="0 0 12 2" className="h-0.5 w-3">
            <rect
              width="12"
              height="2"
              fill={`var(--${curveTokens[index % curveTokens.length] ?? 'ink'})`}
            />
          </svg>
          {curve.label}{' '}
          <span className="figures inline-block min-w-12">
            {decimal(
              curve.values.findLast((v) => v !== null),
              places,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
