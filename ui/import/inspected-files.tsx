'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Notice, Section, Skeleton } from '~/ui/kit/index.ts';
import { useTRPCClient } from '~/ui/trpc/index.ts';
import { CheckedTables } from './checked-tables.tsx';
import { mergedMapping } from './column-mapping.ts';
import { sides, type Side } from './guess-side.ts';
import { TablePreview } from './table-preview.tsx';
import type { Pair } from './upload.ts';

type Changes = Record<Side, Record<string, string>>;

/** The first rows of both tables and what each column was taken for. */
export function InspectedFiles({ lab, pair }: { lab: LabSummary; pair: Pair }) {
  const api = useTRPCClient();
  const [changes, setChanges] = useState<Changes>({ neurons: {}, connections: {} });
  const inspected = useQuery({
    queryKey: ['inspect', lab.id, pair],
    queryFn: ({ signal }) => api.connectome.inspect.mutate({ labId: lab.id, ...pair }, { signal }),
    staleTime: Infinity,
    retry: false,
  });
  if (inspected.isPending) return <Skeleton className="h-80" label="Reading the first rows" />;
  if (inspected.error)
    return (
      <Notice tone="danger">{`The tables could not be read. ${inspected.error.message}`}</Notice>
    );
  const tables = inspected.data;
  const mapping = {
    neurons: mergedMapping(tables.neurons.columns, changes.neurons),
    connections: mergedMapping(tables.connections.columns, changes.connections),
  };
  return (
    <>
      <Section title="2. Columns" note="What each column was taken for; change what is wrong.">
        <div className="flex flex-col gap-5">
          {sides.map((side) => (
            <TablePreview
              key={side}
              side={side}
              preview={tables[side]}
              mapping={mapping[side]}
              onChange={(column, field) =>
                setChanges((old) => ({ ...old, [side]: { ...old[side], [column]: field } }))
              }
            />
          ))}
        </div>
      </Section>
      <CheckedTables lab={lab} pair={pair} mapping={mapping} fileName={tables.neurons.name} />
    </>
  );
}
