import { signed } from './signed.ts';

type Props = {
  mean: number;
  /** 95 % interval over circuits that share neurons, where it was measured. */
  low: number | null;
  high: number | null;
  /** The metric that the direction is meant to move. */
  own: boolean;
};

/** The bar ends here, in standard deviations. */
const end = 5;

/** How much one metric changes over the whole slider: a figure and a bar from the middle. Not measured yet is paler. */
export function EffectCell({ mean, low, high, own }: Props) {
  const held = (value: number) => Math.min(end, Math.max(-end, value));
  const measured = low !== null && high !== null;
  const ink = own ? 'font-medium text-ink' : 'text-ink-2';
  return (
    <td
      className={`figures relative h-6 px-0.5 text-center text-12 max-md:hidden ${measured ? ink : 'text-ink-3'}`}
      data-measured={measured}
      title={
        measured
          ? `measured ${signed(mean, 2)} sd, 95 % ${signed(low, 2)} to ${signed(high, 2)} over circuits that share neurons`
          : `predicted ${signed(mean, 2)} sd`
      }
    >
      {signed(mean)}
      <svg
        aria-hidden
        viewBox={`${-end} 0 ${2 * end} 2`}
        preserveAspectRatio="none"
        className="absolute inset-x-0.5 bottom-0 h-1 w-[calc(100%-4px)]"
      >
        <rect
          x={Math.min(0, held(mean))}
          width={Math.abs(held(mean))}
          height={2}
          className={measured ? (own ? 'fill-accent' : 'fill-line-strong') : 'fill-line'}
        />
        {measured && (
          <path
            d={`M${held(low)} 1H${held(high)}`}
            className="stroke-ink"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path d="M0 0V2" className="stroke-ink-3" vectorEffect="non-scaling-stroke" />
      </svg>
    </td>
  );
}
