'use client';
import { useMutation } from '@tanstack/react-query';
import type { DirectionName } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { CommentThread } from './comment-thread.tsx';
import type { DirectionScene } from './direction-scene.ts';
import { EvidenceList } from './evidence-list.tsx';
import { NameTest } from './name-test.tsx';
import { useSay } from './use-say.ts';
import { VoteButtons } from './vote-buttons.tsx';

type Props = { scene: DirectionScene; name: DirectionName; isTitle: boolean };

/** A name with its claim and who gave it; votes and test side by side; evidence and comments below. */
export function NameItem({ scene, name, isTitle }: Props) {
  const { detail } = scene;
  const directionId = detail.direction.id;
  const trpc = useTRPC();
  const remove = useMutation(trpc.directionName.remove.mutationOptions(useSay()));
  const mayRemove = !name.founding && detail.maySpeak && (name.by.mine || detail.mayEdit);
  return (
    <article
      aria-label={name.name}
      data-testid="name"
      className="grid gap-x-8 gap-y-3 py-3 lg:grid-cols-[minmax(0,1fr)_8rem_31rem]"
    >
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <h3 className="text-14 font-semibold [overflow-wrap:anywhere]">{name.name}</h3>
          {isTitle && <Badge tone="accent">title</Badge>}
        </div>
        <p className="max-w-prose text-13 text-ink-2 [overflow-wrap:anywhere]">
          {name.claim || 'No claim was stated with it.'}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-12 text-ink-3">
          {`${name.by.name}, ${dateTime(name.createdAt)} UTC${name.founding ? ', as it was kept' : ''}`}
          {mayRemove && (
            <Button
              size="small"
              variant="quiet"
              busy={remove.isPending}
              onClick={() => remove.mutate({ directionId, nameId: name.id })}
            >
              Remove name
            </Button>
          )}
        </p>
        <EvidenceList scene={scene} name={name} />
        <CommentThread detail={detail} name={name} />
      </div>
      <VoteButtons detail={detail} name={name} />
      <NameTest scene={scene} name={name} />
    </article>
  );
}
