'use client';
import { useState } from 'react';
import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { structureMetricOf } from '~/core/metrics/index.ts';
import { Button, Dialog, Segments, SelectField } from '~/ui/kit/index.ts';

export type ClimbWish = { raise: MetricId; hold: readonly MetricId[]; lower: boolean };

type Props = { disabled: boolean; onClimb: (wish: ClimbWish) => void };

const options = metricIds.map((id) => ({ value: id, label: structureMetricOf(id).name }));
const ways = [
  { value: 'up', label: 'Raise' },
  { value: 'down', label: 'Lower' },
] as const;

/** A button that opens what a path from the probe shall change and what it shall leave as it is. */
export function ClimbDialog({ disabled, onClimb }: Props) {
  const [open, setOpen] = useState(false);
  const [raise, setRaise] = useState<MetricId>('reciprocity');
  const [way, setWay] = useState<'up' | 'down'>('up');
  const [hold, setHold] = useState<readonly MetricId[]>(['density']);
  return (
    <>
      <Button size="small" disabled={disabled} onClick={() => setOpen(true)}>
        Climb
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="A path from the probe"
        description="Step by step along the gradient of the expected metric, without what would move the held ones, as far as the data go."
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
            onClimb({ raise, hold: hold.filter((id) => id !== raise), lower: way === 'down' });
          }}
        >
          <div className="flex flex-wrap items-end gap-2">
            <Segments label="Direction" value={way} options={ways} onChange={setWay} />
            <SelectField label="Metric" value={raise} options={options} onChange={setRaise} />
          </div>
          <fieldset className="mt-3">
            <legend className="text-13 font-medium text-ink-2">Hold</legend>
            <div className="mt-1 grid grid-cols-2 gap-1 text-13">
              {options
                .filter(({ value }) => value !== raise)
                .map(({ value, label }) => (
                  <label key={value} className="flex items-center gap-2">
                    <input
                      type="checkbox"
                      className="size-4 shrink-0 accent-accent"
                      checked={hold.includes(value)}
                      onChange={({ target }) =>
                        setHold((now) =>
                          target.checked ? [...now, value] : now.filter((id) => id !== value),
                        )
                      }
                    />
                    {label}
                  </label>
                ))}
            </div>
          </fieldset>
          <Button variant="primary" type="submit" className="mt-3">
            Find the path
          </Button>
        </form>
      </Dialog>
    </>
  );
}
