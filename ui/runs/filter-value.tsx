'use client';
import type { ConnectomeDetail, NeuronFilter } from '~/core/contracts/index.ts';
import { Select } from '~/ui/kit/index.ts';

type Props = {
  label: string;
  filter: NeuronFilter;
  connectome: ConnectomeDetail;
  onChange: (filter: NeuronFilter) => void;
};

const look = 'h-8 w-36 rounded border border-line-strong bg-surface px-2 text-14';

/** What a filter compares with: a number, one of the known values, or a text. */
export function FilterValue({ label, filter, connectome, onChange }: Props) {
  if (filter.op === 'at least' || filter.op === 'at most')
    return (
      <input
        type="number"
        aria-label={label}
        className={`figures ${look}`}
        value={filter.value}
        onChange={(event) => {
          const value = event.target.valueAsNumber;
          if (!Number.isNaN(value)) onChange({ ...filter, value });
        }}
      />
    );
  const known = connectome.statistics.categories.find((entry) => entry.field === filter.field);
  if (known)
    return (
      <Select
        aria-label={label}
        className="w-36"
        value={filter.value}
        options={known.values.map(({ value }) => ({ value, label: value === '' ? 'none' : value }))}
        onChange={(value) => onChange({ ...filter, value })}
      />
    );
  return (
    <input
      aria-label={label}
      className={look}
      value={filter.value}
      onChange={(event) => onChange({ ...filter, value: event.target.value })}
    />
  );
}
