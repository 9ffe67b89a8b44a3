import { isDefined } from '~/core/metrics/index.ts';
import type { Beside } from '~/core/nulls/index.ts';
import { decimal } from '~/ui/kit/index.ts';

/** The z-score beside a null; "fixed" only once two draws or more agree, a dash where nothing is known. */
export function nullText(found: Beside | undefined): string {
  if (!found) return '–';
  const { z, value, defined, sd } = found;
  if (isDefined(z)) return decimal(z, 1);
  return isDefined(value) && defined > 1 && sd === 0 ? 'fixed' : '–';
}

/** A distance from what was asked, in shares of the data's range, as a percentage; NaN is a dash. */
export function offText(off: number): string {
  return Number.isFinite(off) ? `${decimal(100 * off, 1)} %` : '–';
}
