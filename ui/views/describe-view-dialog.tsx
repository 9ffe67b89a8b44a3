'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { WordsFields, type Words } from './words-fields.tsx';

/** Gives a view another title and note; what it shows stays. */
export function DescribeViewDialog({ view, onClose }: { view: ViewSummary; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [words, setWords] = useState<Words>({ title: view.title, note: view.note });
  const describe = useMutation(
    trpc.view.describe.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries(trpc.view.pathFilter());
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    describe.mutate({ code: view.code, ...words });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Title and note">
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <WordsFields words={words} error={describe.error?.message} onWords={setWords} />
        <Button type="submit" variant="primary" busy={describe.isPending} className="self-start">
          Keep
        </Button>
      </form>
    </Dialog>
  );
}
