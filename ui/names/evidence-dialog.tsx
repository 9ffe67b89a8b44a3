'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectionName, NewEvidence } from '~/core/contracts/index.ts';
import { Button, Dialog, Notice, Segments, Skeleton } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { claimableName } from './claim-words.ts';
import type { DirectionScene } from './direction-scene.ts';
import { LinkForm } from './link-form.tsx';
import { PinnedPicture } from './pinned-picture.tsx';
import { useSay } from './use-say.ts';

type Props = { scene: DirectionScene; name: DirectionName; onClose: () => void };

const kinds = [
  { value: 'link', label: 'Link' },
  { value: 'effect', label: 'Measured effect' },
  { value: 'circuit', label: 'Pinned circuit' },
] as const;

/** Sets a link, an effect or a pin of a room beside a name. */
export function EvidenceDialog({ scene, name, onClose }: Props) {
  const { direction } = scene.detail;
  const trpc = useTRPC();
  const say = useSay();
  const [kind, setKind] = useState<NewEvidence['kind']>('link');
  const add = useMutation(
    trpc.directionName.addEvidence.mutationOptions({
      onSuccess: () => say.onSuccess().then(onClose),
    }),
  );
  const send = (evidence: NewEvidence) =>
    add.mutate({ directionId: direction.id, nameId: name.id, evidence });
  const effects = direction.effects?.metrics ?? [];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Evidence for ${name.name}`}
      description="It is kept as it is now, whatever is measured or pinned later."
    >
      <Segments label="Kind of evidence" value={kind} options={kinds} onChange={setKind} />
      <div className="mt-3 flex flex-col gap-2">
        {kind === 'link' && <LinkForm busy={add.isPending} onSend={send} />}
        {kind === 'effect' && effects.length === 0 && (
          <p className="text-13 text-ink-3">No effects were measured yet.</p>
        )}
        {kind === 'effect' && (
          <div className="flex flex-wrap gap-2">
            {effects.map(({ metric }) => (
              <Button key={metric} size="small" onClick={() => send({ kind: 'effect', metric })}>
                {claimableName(metric)}
              </Button>
            ))}
          </div>
        )}
        {kind === 'circuit' && <Pins scene={scene} onSend={send} />}
        {add.error && <Notice tone="danger">{add.error.message}</Notice>}
      </div>
    </Dialog>
  );
}

type PinsProps = { scene: DirectionScene; onSend: (evidence: NewEvidence) => void };

/** What is pinned in the rooms of the model now. */
function Pins({ scene: { detail, map }, onSend }: PinsProps) {
  const asked = useTRPC().direction.pins.queryOptions({ directionId: detail.direction.id });
  const pins = useQuery({ ...asked, staleTime: 0 });
  if (pins.isPending) return <Skeleton className="h-24" />;
  if (!pins.data?.length)
    return (
      <p className="text-13 text-ink-3">
        Nothing is pinned in a room of this model. Pin a circuit there first.
      </p>
    );
  return (
    <ul className="grid grid-cols-2 gap-2">
      {pins.data.map(({ roomId, room, pin }) => (
        <li key={`${roomId} ${pin.id}`}>
          <button
            type="button"
            onClick={() => onSend({ kind: 'circuit', roomId, pinId: pin.id })}
            className="flex w-full min-w-0 items-center gap-2 rounded border border-line p-1 text-left text-13 hover:border-line-strong hover:bg-surface-3"
          >
            <PinnedPicture pin={pin} map={map} />
            <span className="min-w-0 truncate">
              {pin.name}
              <span className="block truncate text-12 text-ink-3">{room}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
