'use client';
import type { ConnectomeDetail, NeuronFilter } from '~/core/contracts/index.ts';
import { Button, Select } from '~/ui/kit/index.ts';
import { FilterValue } from './filter-value.tsx';

type Fields = ConnectomeDetail['attributes'];
type Props = {
  connectome: ConnectomeDetail;
  filters: readonly NeuronFilter[];
  onChange: (filters: NeuronFilter[]) => void;
};

function fresh(field: Fields[number], connectome: ConnectomeDetail): NeuronFilter {
  if (field.kind === 'number') return { field: field.name, op: 'at least', value: 0 };
  const known = connectome.statistics.categories.find((entry) => entry.field === field.name);
  return { field: field.name, op: 'is', value: known?.values[0]?.value ?? '' };
}

function withOp(filter: NeuronFilter, op: NeuronFilter['op']): NeuronFilter {
  const { field, value } = filter;
  return op === 'is' || op === 'is not'
    ? { field, op, value: String(value) }
    : { field, op, value: Number(value) || 0 };
}

/** Which neurons take part: every line must hold. */
export function FilterEditor({ connectome, filters, onChange }: Props) {
  const { attributes } = connectome;
  const [first] = attributes;
  const put = (index: number, filter: NeuronFilter) => onChange(filters.with(index, filter));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-13 font-medium text-ink-2">Keep a neuron when</legend>
      {filters.length === 0 && <p className="text-13 text-ink-3">No filter: every neuron.</p>}
      {filters.map((filter, index) => {
        const field = attributes.find(({ name }) => name === filter.field);
        const ops =
          field?.kind === 'number'
            ? (['at least', 'at most'] as const)
            : (['is', 'is not'] as const);
        return (
          <div key={index} className="flex flex-wrap items-center gap-2">
            <Select
              aria-label={`Field of filter ${index + 1}`}
              className="w-36"
              value={filter.field}
              options={attributes.map(({ name }) => ({ value: name, label: name }))}
              onChange={(name) => {
                const chosen = attributes.find((entry) => entry.name === name);
                if (chosen) put(index, fresh(chosen, connectome));
              }}
            />
            <Select<NeuronFilter['op']>
              aria-label={`Comparison of filter ${index + 1}`}
              className="w-24"
              value={filter.op}
              options={ops.map((op) => ({ value: op, label: op }))}
              onChange={(op) => put(index, withOp(filter, op))}
            />
            <FilterValue
              label={`Value of filter ${index + 1}`}
              filter={filter}
              connectome={connectome}
              onChange={(next) => put(index, next)}
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove filter ${index + 1}`}
              onClick={() => onChange(filters.filter((_, other) => other !== index))}
            >
              Remove
            </Button>
          </div>
        );
      })}
      {first && (
        <Button
          size="small"
          className="self-start"
          onClick={() => onChange([...filters, fresh(first, connectome)])}
        >
          Add a filter
        </Button>
      )}
    </fieldset>
  );
}
