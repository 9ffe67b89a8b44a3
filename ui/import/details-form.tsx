'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState, type SubmitEvent } from 'react';
import type { ImportOptions, LabSummary } from '~/core/contracts/index.ts';
import { Button, Notice, TextArea, TextField } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { useTRPC, useTRPCClient } from '~/ui/trpc/index.ts';
import { ReadingRow } from './reading-row.tsx';

type Props = {
  lab: LabSummary;
  request: { labId: string; neurons: string; connections: string; options: ImportOptions };
  suggestedName: string;
  ready: boolean;
};

/** Name and provenance, then the one button that stores: whole, or not at all. */
export function DetailsForm({ lab, request, suggestedName, ready }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const [details, setDetails] = useState({
    name: suggestedName,
    source: '',
    licence: '',
    citation: '',
  });
  const api = useTRPCClient();
  const control = useRef<AbortController | null>(null);
  const store = useMutation({
    mutationFn: (given: Props['request'] & { details: typeof details }) => {
      control.current = new AbortController();
      setStopped(false);
      return api.connectome.import.mutate(given, { signal: control.current.signal });
    },
    onSuccess: async (connectome) => {
      await client.invalidateQueries(trpc.pathFilter());
      router.push(labHref(lab.slug, 'connectomes', connectome.id));
    },
  });
  const [stopped, setStopped] = useState(false);
  const stop = () => {
    setStopped(true);
    control.current?.abort();
  };
  const bind = (field: keyof typeof details) => ({
    value: details[field],
    onChange: (event: { target: { value: string } }) =>
      setDetails((old) => ({ ...old, [field]: event.target.value })),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    store.mutate({ ...request, details });
  };
  return (
    <form method="post" onSubmit={submit} className="flex max-w-2xl flex-col gap-3">
      <TextField label="Name" {...bind('name')} maxLength={120} required />
      <TextField
        label="Source"
        hint="Where the tables are from: an address, a data set with its version."
        maxLength={2000}
        {...bind('source')}
      />
      <TextField
        label="Licence"
        hint="For example CC BY 4.0."
        maxLength={200}
        {...bind('licence')}
      />
      <TextArea
        label="Citation"
        hint="What to cite when this connectome is used."
        maxLength={2000}
        rows={3}
        {...bind('citation')}
      />
      {store.error && !stopped && <Notice tone="danger">{store.error.message}</Notice>}
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary" busy={store.isPending} disabled={!ready}>
          Import
        </Button>
        <div className="min-w-0 grow">
          <ReadingRow
            labId={lab.id}
            pair={request}
            label="Importing the tables"
            reading={store.isPending}
            onStop={stop}
          >
            {stopped && 'The import was stopped.'}
          </ReadingRow>
        </div>
      </div>
    </form>
  );
}
