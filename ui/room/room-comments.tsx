'use client';
import { useCallback, useMemo } from 'react';
import type { CommentTarget, ModelDetail, Pin } from '~/core/contracts/index.ts';
import { middleOf } from '~/core/comments/index.ts';
import { placeOf, type LatentMap } from '~/core/latent/index.ts';
import { CommentsPanel, type TargetChoice } from '~/ui/comments/index.ts';
import { Button } from '~/ui/kit/index.ts';
import { pinFits } from './pin-fits.ts';
import type { RoomComments as Comments } from './use-room-comments.ts';
import type { View, ViewAction } from './view.ts';

type Props = {
  comments: Comments;
  roomId: string;
  model: ModelDetail;
  map: LatentMap;
  view: View;
  bench: readonly Pin[];
  act: (action: ViewAction) => void;
  fill: boolean;
};

/** What people say of the map, its circuits and the pins of this room. */
export function RoomComments({ comments, roomId, model, map, view, bench, act, fill }: Props) {
  const { opened, setOpened, marksShown, setMarksShown } = comments;
  const choices = useMemo(() => choicesOf(view, model.id, roomId), [view, model.id, roomId]);
  const wayTo = useCallback(
    (target: CommentTarget) => {
      const action = goingTo(target, { map, bench, sha256: model.sha256 });
      return action && (() => act(action));
    },
    [act, map, bench, model.sha256],
  );
  return (
    <CommentsPanel
      fill={fill}
      scope={comments.scope}
      opened={opened}
      onOpen={setOpened}
      choices={choices}
      wayTo={wayTo}
    >
      <Button
        size="small"
        variant="quiet"
        aria-pressed={marksShown}
        title="Show on the map where there are open threads"
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
        onClick={() => setMarksShown(!marksShown)}
      >
        Marks on the map
      </Button>
    </CommentsPanel>
  );
}

/** What of this view can be commented on: the place of the probe always. */
function choicesOf(view: View, modelId: string, roomId: string): TargetChoice[] {
  const { probe, region, opened, pin } = view;
  const choices: (TargetChoice | null)[] = [
    region && {
      value: 'region',
      label: 'Selected region',
      target: { kind: 'region', modelId, corners: region.map((corner) => [...corner]) },
    },
    pin && {
      value: 'pin',
      label: `Pin ${pin.name}`,
      target: { kind: 'pin', roomId, pinId: pin.id },
    },
    opened === null
      ? null
      : {
          value: 'observed',
          label: `Circuit ${opened + 1}`,
          target: { kind: 'observed', modelId, circuit: opened },
        },
    { value: 'point', label: 'Place of the probe', target: { kind: 'point', modelId, z: probe.z } },
  ];
  return choices.flatMap((choice) => choice ?? []);
}

type Here = { map: LatentMap; bench: readonly Pin[]; sha256: string };

/** How to get to what a thread hangs on; null where it is not here any more. */
function goingTo(target: CommentTarget, { map, bench, sha256 }: Here): ViewAction | null {
  switch (target.kind) {
    case 'point':
      return { type: 'probe', probe: { z: target.z } };
    case 'region':
      return { type: 'probe', probe: { z: middleOf(target.corners) } };
    case 'observed': {
      const { circuit } = target;
      if (circuit >= map.circuits) return null;
      return { type: 'open', circuit, z: placeOf(map, circuit) };
    }
    case 'pin': {
      const pin = bench.find(({ id }) => id === target.pinId);
      return pin && pinFits(pin, map, sha256) ? { type: 'restore', pin } : null;
    }
    default:
      return null;
  }
}
