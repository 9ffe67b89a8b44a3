import type { ReservoirTask } from '~/core/reservoir/index.ts';
import { isDefined } from '~/core/metrics/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import type { BesideNull } from './null-curve.ts';
import { nullDraws } from './use-null-curve.ts';

interface Props {
  readonly score: ReservoirTask['score'];
  readonly chosen: number;
  readonly beside: BesideNull;
  /** Circuits drawn so far, with and without a score. */
  readonly drawn: number;
  /** What every drawn circuit keeps. */
  readonly keeps: string;
  /** Why nothing can be drawn. */
  readonly why: string | null;
}

/** The score at the chosen radius beside its null, in words. Its place is kept while it grows. */
export function NullSentence({ score, chosen, beside, drawn, keeps, why }: Props) {
  const { value, mean, low, high, z } = beside;
  return (
    <div
      className="mt-1 min-h-15 text-13"
      data-testid="function-null"
      data-drawn={drawn}
      data-z={isDefined(z) ? z.toFixed(2) : ''}
    >
      {why ? (
        <p>{`Nothing to compare with: ${why}.`}</p>
      ) : (
        <p>
          {`At radius ${chosen}: ${score.name.toLowerCase()} ${isDefined(value) ? decimal(value, 2) : '–'}; `}
          {`random circuits ${decimal(mean, 2)} (${decimal(low, 2)} to ${decimal(high, 2)}), `}
          {isDefined(z)
            ? `z ${z > 0 ? '+' : ''}${decimal(z, 1)}.`
            : drawn === 0
              ? 'z not yet known.'
              : `no z: ${z.notDefined}.`}
        </p>
      )}
      <p className="text-12 text-ink-3">
        {`Grey: 95 % of ${nullDraws} random circuits that keep ${keeps}, under the same inputs. `}
        <span className="figures whitespace-nowrap">{`${String(drawn).padStart(2, '\u2007')} of ${nullDraws} scored here.`}</span>
      </p>
    </div>
  );
}
