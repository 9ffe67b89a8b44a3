'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { Button, ButtonLink, dateTime, EmptyState } from '~/ui/kit/index.ts';
import { labHref, mayEdit, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** What stands at the address of a room that is closed. */
export function ClosedRoom({ slug, room }: { slug: string; room: RoomSummary }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const lab = useLab(slug).data;
  const reopen = useMutation(
    trpc.room.reopen.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.room.pathFilter()),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab?.name ?? slug, href: labHref(slug) },
        { label: room.name },
      ]}
      title={room.name}
      lead={`A room on ${room.model.name}, version ${room.model.version}`}
    >
      <EmptyState
        title="This room is closed"
        action={
          mayEdit(lab) ? (
            <Button
              variant="primary"
              busy={reopen.isPending}
              onClick={() => reopen.mutate({ roomId: room.id })}
            >
              Open it again
            </Button>
          ) : (
            <ButtonLink href={labHref(slug)}>To the lab</ButtonLink>
          )
        }
      >
        It was closed on {dateTime(room.closedAt ?? room.activeAt)} UTC. What is on its bench is
        kept. {!mayEdit(lab) && 'Editors and owners of the lab can open it again.'}
      </EmptyState>
    </PageFrame>
  );
}
