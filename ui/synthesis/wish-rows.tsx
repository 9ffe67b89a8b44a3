import { useId } from 'react';
import { wishIds, wishKindOf, type WishId } from '~/core/synthesis/index.ts';
import type { WishForm, WishText } from './wish-form.ts';

type Props = {
  form: WishForm;
  onChange: (id: WishId, wish: WishText) => void;
  /** What is known of the data below the name. */
  about: (id: WishId) => string;
  /** Wishes that something is wrong with. */
  wrong: ReadonlySet<WishId>;
  /** N of the circuits that are made */
  size: number;
};

const input =
  'figures h-8 w-full min-w-0 rounded border border-line-strong bg-surface px-2 text-14 text-ink ' +
  'disabled:border-line disabled:text-ink-3 aria-invalid:border-danger';

/** One row a wish: whether it is asked for, its value or the ends of its range, and what the data span. */
export function WishRows({ form, onChange, about, wrong, size }: Props) {
  const id = useId();
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">What the circuit shall be</caption>
      <thead>
        <tr className="border-b border-line text-left text-12 text-ink-3">
          <th scope="col" className="pb-0.5 pr-2 font-normal">
            Ask for
          </th>
          <th scope="col" className="w-24 pb-0.5 pr-2 font-normal">
            value, or from
          </th>
          <th scope="col" className="w-24 pb-0.5 font-normal">
            to (a range)
          </th>
        </tr>
      </thead>
      <tbody>
        {wishIds.map((metric) => {
          const wish = form[metric];
          const { name } = wishKindOf(metric, size);
          const set = (part: Partial<WishText>) => onChange(metric, { ...wish, ...part });
          const field = (end: 'low' | 'high', label: string) => (
            <input
              className={input}
              inputMode="decimal"
              aria-label={`${name}, ${label}`}
              aria-invalid={wish.asked && wrong.has(metric)}
              aria-describedby={`${id}-${metric}`}
              disabled={!wish.asked}
              value={wish[end]}
              onChange={(event) => set({ [end]: event.target.value })}
            />
          );
          return (
            <tr key={metric} data-testid={`wish-${metric}`}>
              <th scope="row" className="py-0.5 pr-2 text-left font-normal">
                <label className="flex items-center gap-2">
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-accent"
                    checked={wish.asked}
                    onChange={(event) => set({ asked: event.target.checked })}
                  />
                  <span className={wish.asked ? '' : 'text-ink-2'}>{name}</span>
                </label>
                <span id={`${id}-${metric}`} className="figures block pl-6 text-12 text-ink-3">
                  {about(metric)}
                </span>
              </th>
              <td className="py-0.5 pr-2">{field('low', 'value or from')}</td>
              <td className="py-0.5">{field('high', 'to')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
