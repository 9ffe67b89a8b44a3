import type { MetricValues } from '~/core/metrics/index.ts';
import { wishIds, type SynthesisRequest, type Wish, type WishId } from '~/core/synthesis/index.ts';

/** One wish as it is typed: a value, or the ends of a range. */
export type WishText = { readonly asked: boolean; readonly low: string; readonly high: string };
export type WishForm = Readonly<Record<WishId, WishText>>;

const first: readonly WishId[] = ['density', 'reciprocity'];

/**
 * The values of a circuit as wishes; metrics it does not have stay empty. What is asked stays asked, and so does the value
 * of memory, which nobody has measured of that circuit.
 */
export function formOf(values: MetricValues | null, before?: WishForm): WishForm {
  const entries = wishIds.map((id) => {
    if (id === 'memory') return [id, before?.memory ?? { asked: false, low: '', high: '' }];
    const value = values?.[id] ?? null;
    const low = value === null ? '' : String(Number(value.toFixed(4)));
    return [id, { asked: before?.[id].asked ?? first.includes(id), low, high: '' }];
  });
  return Object.fromEntries(entries) as WishForm;
}

/** What the form asks for. What is no number stays none, and is answered with that. */
export function requestOf(form: WishForm): SynthesisRequest {
  return Object.fromEntries(
    wishIds.flatMap((id) => (form[id].asked ? [[id, wishOf(form[id])]] : [])),
  );
}

function wishOf({ low, high }: WishText): Wish {
  const least = numberOf(low);
  return { low: least, high: high.trim() === '' ? least : numberOf(high) };
}

/** A comma counts as a decimal point, the page's minus as a minus. */
function numberOf(text: string): number {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return plain === '' ? Number.NaN : Number(plain);
}

/** The form with what a request says instead; wishes it does not name stay as they are. */
export function withRequest(form: WishForm, request: SynthesisRequest): WishForm {
  const entries = wishIds.map((id) => {
    const wish = request[id];
    if (!wish) return [id, form[id]];
    const text = (value: number) => String(Number(value.toFixed(6)));
    const high = wish.high === wish.low ? '' : text(wish.high);
    return [id, { asked: true, low: text(wish.low), high }];
  });
  return Object.fromEntries(entries) as WishForm;
}
