'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { toast } from 'sonner';
import type { NewView, ViewSummary } from '~/core/contracts/index.ts';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { SavedView } from './saved-view.tsx';
import { ViewPicture } from './view-picture.tsx';
import { WordsFields, type Words } from './words-fields.tsx';

type Made = Pick<NewView, 'state' | 'picture'>;

type Props = {
  lab: { id: string; slug: string; name: string };
  /** What is shown now; null while it is still being decoded. */
  take: () => Made | null;
  canSave: boolean;
  /** What the title says at first. */
  title: string;
  /** The view that this one comes from. */
  origin?: string | null;
  label?: string;
};

/** A button that keeps what is shown now under a short link. */
export function SaveView({ lab, take, canSave, title, origin = null, label }: Props) {
  const name = label ?? 'Save view';
  const [made, setMade] = useState<Made | null>(null);
  const open = () => {
    const now = take();
    if (now) setMade(now);
    else toast.info('The circuit is still being decoded; try again when it is there.');
  };
  return (
    <>
      <Button size="small" onClick={open}>
        {name}
      </Button>
      <Dialog
        open={made !== null}
        onOpenChange={(next) => !next && setMade(null)}
        title={name}
        description={
          canSave
            ? 'A short link opens exactly this for whoever may look into the lab.'
            : 'You may look here, not save: an owner of the lab can make you a commenter.'
        }
      >
        {made && canSave && <SaveForm lab={lab} made={made} title={title} origin={origin} />}
      </Dialog>
    </>
  );
}

type FormProps = Pick<Props, 'lab' | 'title'> & { made: Made; origin: string | null };

function SaveForm({ lab, made, title, origin }: FormProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [words, setWords] = useState<Words>({ title, note: '' });
  const [saved, setSaved] = useState<ViewSummary | null>(null);
  const save = useMutation(
    trpc.view.save.mutationOptions({
      onSuccess: async (view) => {
        setSaved(view);
        await client.invalidateQueries(trpc.view.list.pathFilter());
      },
    }),
  );
  if (saved) return <SavedView view={saved} lab={lab} />;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ labId: lab.id, ...words, ...made, origin });
  };
  const { state, picture } = made;
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <ViewPicture
        view={{ picture, size: state.size, adjacency: state.edges.adjacency }}
        className="h-36"
      />
      <WordsFields words={words} error={save.error?.message} onWords={setWords} />
      <Button type="submit" variant="primary" busy={save.isPending} className="self-start">
        Save
      </Button>
    </form>
  );
}
