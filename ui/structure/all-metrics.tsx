'use client';
import { useState } from 'react';
import { structureMetrics } from '~/core/metrics/index.ts';
import type { NullModelId } from '~/core/nulls/index.ts';
import { useNulls, type NullsOf } from '~/ui/decode/index.ts';
import { Dialog, Progress, SelectField } from '~/ui/kit/index.ts';
import { nullChoices, sentenceOf } from './choices.ts';
import { besideNull } from './reference.ts';
import { StructureTable } from './structure-table.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  circuit: NullsOf | null;
  first: NullModelId;
};

/** Every structure metric of the circuit beside a null, by family; counted only while it is open. */
export function AllMetrics({ open, onOpenChange, circuit, first }: Props) {
  const [model, setModel] = useState(first);
  const comparison = useNulls(open ? circuit : null, model, true);
  const { done, draws } = comparison ?? { done: 0, draws: 200 };
  const rows = structureMetrics.map((metric) => {
    const found = comparison?.beside.find(({ id }) => id === metric.id);
    return {
      metric,
      value: found?.value ?? null,
      observed: undefined,
      reference: found ? besideNull(found) : null,
    };
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="All structure metrics"
      description={sentenceOf(model)}
    >
      <SelectField
        label="Compare with"
        value={model}
        options={nullChoices}
        onChange={setModel}
        className="mb-3"
      />
      <Progress
        label="Random circuits drawn"
        value={done / draws}
        text={`${done} of ${draws} random circuits`}
      />
      <div className="mt-2">
        <StructureTable
          caption="Every structure metric of the circuit beside a null"
          rows={rows}
          hasObserved={false}
          grouped
          beside="95 % of the null"
        />
      </div>
    </Dialog>
  );
}
