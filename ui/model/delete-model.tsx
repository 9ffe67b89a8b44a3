'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { LabSummary, ModelDeletion, ModelDetail } from '~/core/contracts/index.ts';
import { Button, ConfirmDialog, plural, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

type Props = { lab: LabSummary; model: ModelDetail };

/** A button that asks before it deletes a model: what goes with it, and the views that stay. */
export function DeleteModel({ lab, model }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Delete
      </Button>
      {asking && <Asking lab={lab} model={model} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asking({ lab, model, onClose }: Props & { onClose: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const modelId = model.id;
  const plan = useQuery(trpc.model.deletion.queryOptions({ modelId }, { staleTime: 0 }));
  const remove = useMutation(
    trpc.model.remove.mutationOptions({
      onSuccess: () => {
        client.removeQueries(trpc.model.get.queryFilter({ modelId }));
        router.push(labHref(lab.slug));
      },
      onError: () => void plan.refetch(),
    }),
  );
  return (
    <ConfirmDialog
      title={`Delete ${model.name}, version ${model.version}?`}
      action="Delete model"
      danger
      busy={remove.isPending || !plan.data}
      error={remove.error?.message}
      onConfirm={() => plan.data && remove.mutate({ modelId, views: plan.data.views })}
      onClose={onClose}
    >
      <Loaded query={plan} waiting={<Skeleton className="h-20" />}>
        {(found) => <Consequences plan={found} />}
      </Loaded>
    </ConfirmDialog>
  );
}

function Consequences({ plan }: { plan: ModelDeletion }) {
  const { views, rooms, directions, measurements } = plan;
  return (
    <div className="flex flex-col gap-2">
      <p>
        {`With it go ${plural(rooms, 'room')} and what is pinned there, ${plural(directions, 'direction')} with all that was said of them, and ${plural(measurements, 'measurement')}. Nothing brings them back.`}
      </p>
      <p data-testid="views-kept">
        {views === 0
          ? 'No view of it is saved, so its files go too.'
          : `${plural(views, 'view')} of it ${views === 1 ? 'is' : 'are'} saved. ${views === 1 ? 'It stays and opens' : 'They stay and open'} as before: what is needed of the model is kept until ${views === 1 ? 'it is' : 'the last of them is'} deleted.`}
      </p>
    </div>
  );
}
