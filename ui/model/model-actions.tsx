'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import type { LabSummary, ModelDetail } from '~/core/contracts/index.ts';
import { Button, ButtonLink } from '~/ui/kit/index.ts';
import { labHref, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** The way to the map: the model's oldest open room, or the first one made on the spot. */
export function ModelActions({ lab, model }: { lab: LabSummary; model: ModelDetail }) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const rooms = useQuery(trpc.room.list.queryOptions({ labId: lab.id }));
  const mine = rooms.data?.find((room) => room.model.id === model.id && !room.closedAt);
  const create = useMutation(
    trpc.room.create.mutationOptions({
      onSuccess: async (room) => {
        await client.invalidateQueries(trpc.room.pathFilter());
        router.push(labHref(lab.slug, 'maps', model.id, room.id));
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  if (mine)
    return (
      <ButtonLink variant="primary" href={labHref(lab.slug, 'maps', model.id, mine.id)}>
        Open the map
      </ButtonLink>
    );
  if (!rooms.data || !mayEdit(lab)) return null;
  return (
    <Button
      variant="primary"
      busy={create.isPending}
      onClick={() => create.mutate({ modelId: model.id, name: 'First room' })}
    >
      Open the map
    </Button>
  );
}
