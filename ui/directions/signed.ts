import { decimal } from '~/ui/kit/index.ts';

/** A change, with its sign; what rounds to zero has none. */
export function signed(value: number | null, places = 1): string {
  if (value === null || !Number.isFinite(value)) return decimal(value);
  const text = decimal(value, places);
  const rounded = Number(value.toFixed(places));
  if (rounded === 0) return decimal(0, places);
  return rounded > 0 ? `+${text}` : text;
}
