'use client';
import { memo } from 'react';
import { metricIds } from '~/core/contracts/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { ownMetric, type Steerable } from './direction.ts';
import { EffectCell } from './effect-cell.tsx';
import { wholeChange, type Known } from './predicted.ts';
import { signed } from './signed.ts';
import { StepsSlider } from './steps-slider.tsx';

type Props = {
  direction: Steerable;
  amount: number;
  known: Known;
  onSteer: (id: string, amount: number) => void;
  onOpen: (direction: Steerable) => void;
};

/** One direction: what it is, its slider, and what it changes from end to end. */
export const DirectionRow = memo(function DirectionRow(props: Props) {
  const { direction, amount, known, onSteer, onOpen } = props;
  const { id, name, distance } = direction;
  const own = ownMetric(direction);
  return (
    <tr data-testid="direction" data-direction={id} data-amount={amount}>
      <th scope="row" className="py-0 pr-2 text-left font-normal">
        <button
          type="button"
          onClick={() => onOpen(direction)}
          title={`What ${name} is and does`}
          className="block w-full truncate rounded text-left text-13 text-ink-2 underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink"
        >
          {name}
        </button>
      </th>
      <td className="py-0 pr-2">
        <StepsSlider
          name={name}
          amount={amount}
          text={signed(amount, 2)}
          onChange={(next) => onSteer(id, next)}
        />
      </td>
      <td className="figures whitespace-nowrap py-0 pr-2 text-right text-12">
        {signed(amount, 2)}
      </td>
      {metricIds.map((metric) => (
        <EffectCell key={metric} own={metric === own} {...wholeChange(known, metric)} />
      ))}
      <td
        className="figures py-0 pl-1 text-right text-12 text-ink-2"
        title="Length of one step, in standard deviations of the data"
      >
        {decimal(distance, 1)}
      </td>
    </tr>
  );
});
