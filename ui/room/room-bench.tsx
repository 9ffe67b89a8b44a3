'use client';
import { memo, useState } from 'react';
import type { Pin } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { Button } from '~/ui/kit/index.ts';
import { Bench, type useRoom } from '~/ui/together/index.ts';
import { makePin } from './make-pin.ts';
import { PinPicture } from './pin-picture.tsx';
import { pinFits } from './pin-fits.ts';
import { pinLabel } from './pin-label.ts';
import type { RoomComments } from './use-room-comments.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';
import type { ViewAction } from './view.ts';

type Props = {
  visit: ReturnType<typeof useRoom>;
  map: LatentMap;
  modelSha256: string;
  /** Whether a circuit is shown that can be pinned. */
  ready: boolean;
  /** The circuit shown at this moment; asked for only when it is pinned. */
  take: () => ShownCircuit | null;
  current: string | null;
  act: (action: ViewAction) => void;
  comments: Pick<RoomComments, 'count' | 'shown' | 'setShown'>;
};

/** Pins the circuit at the probe, and shows what is pinned. */
export const RoomBench = memo(function RoomBench(props: Props) {
  const { visit, map, modelSha256, ready, take, current, act, comments } = props;
  const { room, me, bench, canWrite, steps } = visit;
  const [made, setMade] = useState<string | null>(null);
  const pin = () => {
    const shown = take();
    if (!shown || !me || !room) return;
    const { circuit } = shown.picture;
    const name = pinLabel(bench.length);
    const next = makePin({ ...shown, circuit }, me, modelSha256, name, Date.now());
    room.pin(next);
    setMade(next.id);
  };
  const restore = (chosen: Pin) => {
    if (pinFits(chosen, map, modelSha256)) act({ type: 'restore', pin: chosen });
  };
  return (
    <div
      className="flex min-h-[86px] min-w-0 items-center gap-3 border-t border-line px-3 py-1"
      data-testid="bench"
    >
      <div className="flex shrink-0 flex-col gap-1">
        <Button size="small" disabled={!canWrite || !ready} onClick={pin} data-testid="pin">
          Pin probe
        </Button>
        <div className="flex gap-1">
          <Button
            size="small"
            variant="quiet"
            disabled={!steps.canUndo}
            onClick={() => room?.undo()}
          >
            Undo
          </Button>
          <Button
            size="small"
            variant="quiet"
            disabled={!steps.canRedo}
            onClick={() => room?.redo()}
          >
            Redo
          </Button>
        </div>
      </div>
      <div className="min-w-0 flex-1">
        <Bench
          pins={bench}
          canWrite={canWrite}
          current={current}
          reveal={made}
          picture={(one) => <PinPicture pin={one} map={map} />}
          onRestore={restore}
          onRename={(id, name) => room?.rename(id, name)}
          onRemove={(id) => room?.unpin(id)}
          onMove={(id, to) => room?.move(id, to)}
        />
      </div>
      <Button
        size="small"
        variant="quiet"
        aria-pressed={comments.shown}
        title="Comments on this map and this bench, in the place of the directions"
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent max-md:hidden"
        onClick={() => comments.setShown(!comments.shown)}
      >
        {`Comments ${comments.count}`}
      </Button>
    </div>
  );
});
