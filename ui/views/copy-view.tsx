'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { ViewDetail, ViewSummary } from '~/core/contracts/index.ts';
import { Button, Dialog, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { SavedView } from './saved-view.tsx';

/** A button that makes a copy of one's own of a view as it was saved. */
export function CopyView({ view }: { view: ViewDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Save a copy
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Save a copy"
        description="A view of your own with all that this one keeps; it says where it came from."
      >
        {open && <CopyForm view={view} />}
      </Dialog>
    </>
  );
}

function CopyForm({ view }: { view: ViewDetail }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [title, setTitle] = useState(view.title);
  const [saved, setSaved] = useState<ViewSummary | null>(null);
  const copy = useMutation(
    trpc.view.copy.mutationOptions({
      onSuccess: async (made) => {
        setSaved(made);
        await client.invalidateQueries(trpc.view.list.pathFilter());
      },
    }),
  );
  if (saved) return <SavedView view={saved} lab={view.lab} />;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    copy.mutate({ code: view.code, title });
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label="Title"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        maxLength={120}
        error={copy.error?.message}
        required
      />
      <Button type="submit" variant="primary" busy={copy.isPending} className="self-start">
        Save
      </Button>
    </form>
  );
}
