import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import type { SynthesisRequest, Wish } from '~/core/synthesis/index.ts';

/** One metric as it is typed: a value, or the ends of a range. */
export type WishText = { readonly asked: boolean; readonly low: string; readonly high: string };
export type WishForm = Readonly<Record<MetricId, WishText>>;

const first: readonly MetricId[] = ['density', 'reciprocity'];

/** The values of a circuit as wishes; metrics it does not have stay empty. What is asked stays asked. */
export function formOf(values: MetricValues | null, before?: WishForm): WishForm {
  const entries = metricIds.map((metric) => {
    const value = values?.[metric] ?? null;
    const low = value === null ? '' : String(Number(value.toFixed(4)));
    return [metric, { asked: before?.[metric].asked ?? first.includes(metric), low, high: '' }];
  });
  return Object.fromEntries(entries) as WishForm;
}

/** What the form asks for. What is no number stays none, and is answered with that. */
export function requestOf(form: WishForm): SynthesisRequest {
  return Object.fromEntries(
    metricIds.flatMap((metric) => (form[metric].asked ? [[metric, wishOf(form[metric])]] : [])),
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

/** The form with what a request says instead; metrics it does not name stay as they are. */
export function withRequest(form: WishForm, request: SynthesisRequest): WishForm {
  const entries = metricIds.map((metric) => {
    const wish = request[metric];
    if (!wish) return [metric, form[metric]];
    const text = (value: number) => String(Number(value.toFixed(6)));
    const high = wish.high === wish.low ? '' : text(wish.high);
    return [metric, { asked: true, low: text(wish.low), high }];
  });
  return Object.fromEntries(entries) as WishForm;
}
